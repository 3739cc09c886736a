import type { QuotaChange } from '../../lib/review/diff/quota-change';
import { countedResources } from '../../lib/validation/quantities/counted-resources';
import type { CountedResource } from '../../lib/validation/quantities/counted-resources';
import type { Language, Text } from '../../lib/text';
import { WORDS } from './words';

/** What of a resource is used, and what may be. */
export interface QuotaRow {
  /** `cpu requests`. */
  readonly title: string;
  /** @default not counted: it is of the state after the change */
  readonly before?: string;
  readonly after: string;
  /** @default not known */
  readonly allowed?: string;
  /** What is left; with a minus where there is too little. @default not known */
  readonly left?: string;
  /** Whether more is used than allowed. */
  readonly isOver: boolean;
}

/** A sentence about the quota. */
export interface QuotaLine {
  readonly text: string;
  readonly isOver: boolean;
}

/** The rows of one resource. */
interface ResourceRows {
  readonly requests: QuotaRow;
  readonly peak: QuotaRow;
  /** @default not known, or nothing runs */
  readonly limits?: QuotaRow;
}

/** Returns what a change does to the quota: of each resource the requests, the peak of a rollout, the limits of one file. */
export function quotaRows(quota: QuotaChange, language: Language): readonly QuotaRow[] {
  return countedResources
    .map((resource) => rowsOf(quota, resource, language))
    .flatMap(({ requests, peak, limits }) => [requests, peak, ...(limits === undefined ? [] : [limits])]);
}

/**
 * Returns the same as sentences, one for each resource: `cpu requests: 6.05 → 6.15 of 8, 1.85 left; rollout peak: 6.75`.
 * The limits of a file are mentioned only where they are too much.
 */
export function quotaLines(quota: QuotaChange, language: Language): readonly QuotaLine[] {
  return countedResources
    .map((resource) => rowsOf(quota, resource, language))
    .flatMap(({ requests, peak, limits }) => [
      {
        text: [sentence(requests, language), sentence({ ...peak, title: WORDS.rolloutPeak[language] }, language)].join(
          { en: '; ', zh: '；' }[language],
        ),
        isOver: requests.isOver || peak.isOver,
      },
      ...(limits?.isOver === true ? [{ text: sentence(limits, language), isOver: true }] : []),
    ]);
}

function rowsOf(quota: QuotaChange, resource: CountedResource, language: Language): ResourceRows {
  const { before, after, allowed, rolloutPeakAfter, fullestFileAfter } = quota;
  const { name, amount } = resource;
  const most = allowed?.[amount];
  return {
    requests: {
      ...rowOf(resource, `${name} ${WORDS.requests[language]}`, after[amount], most),
      before: resource.format(before[amount]),
    },
    peak: rowOf(resource, `${name} ${WORDS.rolloutPeak[language]}`, rolloutPeakAfter[amount], most),
    ...(fullestFileAfter === undefined
      ? {}
      : {
          limits: rowOf(
            resource,
            `${name} ${WORDS.limits[language]} (${fullestFileAfter.file})`,
            fullestFileAfter.limits[amount],
            fullestFileAfter.allowed[amount],
          ),
        }),
  };
}

function rowOf({ format }: CountedResource, title: string, after: number, allowed?: number): QuotaRow {
  return {
    title,
    after: format(after),
    ...(allowed === undefined ? {} : { allowed: format(allowed), left: format(allowed - after) }),
    isOver: allowed !== undefined && after > allowed,
  };
}

function sentence({ title, before, after, allowed, left, isOver }: QuotaRow, language: Language): string {
  const values = before === undefined || before === after ? after : `${before} → ${after}`;
  const rest: Text =
    allowed === undefined || left === undefined
      ? { en: '', zh: '' }
      : isOver
        ? { en: ` of ${allowed}, ${left.slice(1)} TOO MUCH`, zh: `，允许 ${allowed}，超出 ${left.slice(1)}` }
        : { en: ` of ${allowed}, ${left} left`, zh: `，允许 ${allowed}，剩余 ${left}` };
  return `${title}${language === 'zh' ? '：' : ': '}${values}${rest[language]}`;
}
