import type { ImageUse } from '../report-model';
import { dataTable } from './data-table';
import type { EnvironmentPage } from './environment-page';
import { figure, folded } from './figure';
import { both } from './bilingual';
import { items } from './items';

import type { Markup } from './markup';
import { WORDS } from './words';

/** Returns which image becomes which containers, as a picture and as a table. */
export function images({ report, pictures }: EnvironmentPage): Markup {
  const table = dataTable<ImageUse>({
    caption: WORDS.imagesTitle,
    columns: [
      { id: 'image', title: WORDS.image, headsRow: true, cell: ({ image }) => image },
      { id: 'versions', title: WORDS.versions, cell: ({ versions }) => items(versions) },
      { id: 'containers', title: WORDS.containers, cell: ({ containers }) => items(containers) },
    ],
    rows: report.images,
  });
  return figure(pictures.images, {
    title: WORDS.imagesTitle,
    alternative: folded(both(WORDS.imagesTable), table),
    isHeaded: true,
  });
}
