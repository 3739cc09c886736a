import { visibleLine } from '../../visible-text';
import { alignedColumns } from '../../validation/report/aligned-columns';
import { usageBar } from '../../validation/report/usage-bar';
import type { Fit, QuotaUse } from '../judge/quota-use';
import { nameIn } from '../judge/locate';
import { objectsLine } from './finding-lines';
import type { TextStyle } from './finding-lines';
import { QUOTA } from './report-words';

const MOST_WORKLOADS = 12;

/** Returns a quota as a table of use against allowance, with what would still fit. */
export function quotaLines({ object, resources, fits }: QuotaUse, style: TextStyle): readonly string[] {
  const { language } = style;
  const rows = resources.map(({ resource, used, hard, left, percent }) => [
    `  ${visibleLine(resource)}`,
    visibleLine(used),
    visibleLine(hard),
    left,
    percent === undefined ? '' : usageBar(percent, 100),
  ]);
  const more = fits.filter(({ pods }) => pods > 0).sort(fewestFirst);
  const none = fits.filter(({ pods }) => pods === 0).map((fit) => nameIn(fit.object));
  return [
    QUOTA.title(visibleLine(nameIn(object)))[language],
    ...alignedColumns([QUOTA.head[language], ...rows]),
    ...line(QUOTA.fits[language], more.map(fitText), style),
    ...line(QUOTA.none[language], none, style),
  ];
}

function line(label: string, texts: readonly string[], style: TextStyle): readonly string[] {
  return texts.length === 0 ? [] : [`  ${label}${objectsLine(texts, MOST_WORKLOADS, style)}`];
}

function fitText({ object, pods }: Fit): string {
  return `${pods} × ${nameIn(object)}`;
}

/** What is nearly out of room is what somebody has to know. */
function fewestFirst(one: Fit, other: Fit): number {
  return one.pods - other.pods || (one.object < other.object ? -1 : 1);
}
