import { diffSummary } from '../../lib/review/diff/diff-summary';
import { imageWords } from '../../lib/review/diff/image-changes';
import type { ImageChange } from '../../lib/review/diff/image-changes';
import type { SetDiff } from '../../lib/review/diff/set-diff';
import type { Language, Text } from '../../lib/text';
import { WORDS } from './words';

/** A line of a summary: what it is about, and what there is. */
export interface SummaryRow {
  readonly title: string;
  /** Names and versions, all text of others. */
  readonly items: readonly string[];
  /** How much a reviewer has to mind it. */
  readonly weight: 'stop' | 'care' | 'know';
}

/** Returns how many objects differ: `1 removed, 3 changed, 0 added; 114 the same`. */
export function countLine({ objects, same }: SetDiff, language: Language): string {
  const { removed, changed, added } = diffSummary(objects);
  return {
    en: `${removed} removed, ${changed} changed, ${added} added; ${same} the same`,
    zh: `删除 ${removed} 个，修改 ${changed} 个，新增 ${added} 个；${same} 个相同`,
  }[language];
}

/** Returns what a reviewer has to know first, what weighs most on top. */
export function summaryRows({ objects, images }: SetDiff, language: Language): readonly SummaryRow[] {
  const { dataLost, refused, ended, recreated, restarted, traffic } = diffSummary(objects);
  const row = (title: Text, items: readonly string[], weight: SummaryRow['weight']): readonly SummaryRow[] =>
    items.length === 0 ? [] : [{ title: title[language], items, weight }];
  return [
    ...row(WORDS.dataLost, dataLost, 'stop'),
    ...row(WORDS.refused, refused, 'stop'),
    ...row(WORDS.ended, ended, 'care'),
    ...row(WORDS.recreated, recreated, 'care'),
    ...row(WORDS.restarted, restarted, 'care'),
    ...(recreated.length + restarted.length === 0 ? row(WORDS.restarted, [WORDS.nothing[language]], 'know') : []),
    ...row(WORDS.traffic, traffic, 'know'),
    ...row(
      WORDS.images,
      images.map((image) => imageLine(image, language)),
      'know',
    ),
  ];
}

/** Returns a change of an image in one line: `Deployment/znyw-prod/web/nginx 1.27.0 → 1.27.1`. */
export function imageLine({ workload, container, before, after }: ImageChange, language: Language): string {
  const place = `${workload}/${container}`;
  if (before === undefined) return `${place} ${after ?? ''} (${WORDS.newImage[language]})`;
  if (after === undefined) return `${place} ${before} (${WORDS.formerImage[language]})`;
  return `${place} ${imageWords(before, after)} → ${imageWords(after, before)}`;
}
