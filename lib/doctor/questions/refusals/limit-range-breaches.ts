import type { Text } from '../../../text';
import { listedNames } from '../reading/listed-names';

/** Something that a LimitRange does not allow, with both numbers. */
export interface LimitRangeBreach extends Text {
  /** What was written. */
  readonly found: Text;
  /** The same sentence with something else in the place of what was written. */
  readonly with: (found: Text) => Text;
  /** `cpu`, `memory`, `storage`. */
  readonly resource: string;
  /** What is wrong is a request, a limit, or how far they are apart. */
  readonly property: 'requests' | 'limits';
}

const BOUND =
  /(maximum|minimum) (\S+) usage per (\S+) is ([^\s,]+?)(?:, but (request|limit) is ([^\s,\]]+)|\. +No (request|limit) is specified)/g;
const RATIO =
  /(\S+) max limit to request ratio per (\S+) is ([^\s,]+), but (?:provided ratio is ([^\s,\]]+)|(no request is specified or request is 0))/g;
const DEFAULT = /Invalid value: "([^"]+)": must be less than or equal to (\S+) limit(?: of ([^\s,\]]+))?/g;

/**
 * Reads what the API server says of a LimitRange, in the order of the message.
 *
 * @see kubernetes/kubernetes v1.27 plugin/pkg/admission/limitranger/admission.go
 */
export function limitRangeBreaches(message: string): readonly LimitRangeBreach[] {
  return [
    ...[...message.matchAll(BOUND)].map((match): LimitRangeBreach => {
      const [, bound = '', resource = '', per = '', allowed = '', side, found, missing] = match;
      const least = bound === 'minimum';
      const property = (side ?? missing) === 'request' ? 'requests' : 'limits';
      const value = found === undefined ? { en: 'none', zh: '没有写' } : { en: found, zh: found };
      return breach(resource, property, value, ({ en, zh }) => ({
        en: `${resource} ${property} per ${per}: ${en}, ${least ? 'at least' : 'at most'} ${allowed}`,
        zh: `每个 ${per} 的 ${resource} ${property}：${zh}，${least ? '至少' : '至多'} ${allowed}`,
      }));
    }),
    ...[...message.matchAll(RATIO)].map((match): LimitRangeBreach => {
      const [, resource = '', per = '', allowed = '', found = ''] = match;
      const ratio = found.replace(/\.0+$/, '').replace(/(\.\d\d)\d+$/, '$1');
      const value =
        ratio === ''
          ? { en: 'without a request', zh: '没有 request' }
          : { en: `${ratio} times the request`, zh: `是 request 的 ${ratio} 倍` };
      return breach(resource, 'requests', value, ({ en, zh }) => ({
        en: `${resource} limit per ${per}: ${en}, at most ${allowed} times`,
        zh: `每个 ${per} 的 ${resource} limit：${zh}，至多 ${allowed} 倍`,
      }));
    }),
    ...[...message.matchAll(DEFAULT)].map((match): LimitRangeBreach => {
      const [, request = '', resource = '', limit = ''] = match;
      return breach(resource, 'limits', { en: request, zh: request }, ({ en, zh }) => ({
        en: `${resource} request ${en} above the limit ${limit} that the LimitRange gives a container without one`,
        zh: `${resource} request ${zh} 大于 LimitRange 给未写 limit 的容器补上的默认值 ${limit}`,
      }));
    }),
  ];
}

/** Returns breaches with those of one bound as one: `4Gi, 2Gi, at most 1Gi`. */
export function mergedBreaches(breaches: readonly LimitRangeBreach[]): readonly Text[] {
  const byBound = new Map<string, { readonly first: LimitRangeBreach; readonly founds: Map<string, string> }>();
  for (const one of breaches) {
    const bound = one.with({ en: '', zh: '' }).en;
    const known = byBound.get(bound) ?? { first: one, founds: new Map<string, string>() };
    known.founds.set(one.found.en, one.found.zh);
    byBound.set(bound, known);
  }
  return [...byBound.values()].map(({ first, founds }) =>
    first.with({ en: listedNames([...founds.keys()]).en, zh: listedNames([...founds.values()]).zh }),
  );
}

function breach(
  resource: string,
  property: LimitRangeBreach['property'],
  found: Text,
  sentence: LimitRangeBreach['with'],
): LimitRangeBreach {
  return { resource, property, found, with: sentence, ...sentence(found) };
}
