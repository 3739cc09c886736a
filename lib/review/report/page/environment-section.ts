import type { Text } from '../../../text';
import { architecture } from './architecture';
import { attributeInBoth, both } from './bilingual';
import type { EnvironmentPage } from './environment-page';
import { findings } from './findings';
import { images } from './images';
import { markup } from './markup';
import type { Markup } from './markup';
import { overview } from './overview';
import { placement } from './placement';
import { quota } from './quota';
import { WORDS } from './words';
import { workloadDetails } from './workload-details';
import { workloadTable } from './workload-table';

/** A part of an environment, in the order in which people read. */
interface Part {
  readonly id: string;
  readonly title: Text;
  readonly content: (page: EnvironmentPage) => Markup;
}

const PARTS: readonly Part[] = [
  { id: 'overview', title: WORDS.overview, content: overview },
  { id: 'architecture', title: WORDS.architecture, content: architecture },
  { id: 'images', title: WORDS.imagesTitle, content: images },
  { id: 'placement', title: WORDS.placement, content: placement },
  { id: 'quota', title: WORDS.quota, content: quota },
  { id: 'workloads', title: WORDS.workloads, content: workloadTable },
  { id: 'findings', title: WORDS.findings, content: findings },
  { id: 'details', title: WORDS.details, content: workloadDetails },
];

/** Returns all of one environment. */
export function environmentSection(page: EnvironmentPage): Markup {
  const { prefix, report } = page;
  return markup`<section class="environment" id="${prefix}" data-environment-section="${prefix}" aria-labelledby="${prefix}-title">
<h2 id="${prefix}-title">${report.name}</h2>
<nav ${attributeInBoth('aria-label', { en: `${WORDS.sections.en}: ${report.name}`, zh: `${WORDS.sections.zh}：${report.name}` })}><ul>${PARTS.map(
    ({ id, title }) => markup`<li><a href="#${prefix}-${id}">${both(title)}</a></li>`,
  )}</ul></nav>
${PARTS.map(
  ({
    id,
    title,
    content,
  }) => markup`<section class="part ${id}" id="${prefix}-${id}" aria-labelledby="${prefix}-${id}-title">
<h3 id="${prefix}-${id}-title">${both(title)}</h3>
${content(page)}
</section>
`,
)}
</section>`;
}
