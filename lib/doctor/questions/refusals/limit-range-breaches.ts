import type { Text } from '../../../text';

/** Something that a LimitRange does not allow, with both numbers. */
export interface LimitRangeBreach extends Text {
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
      const value = found ?? { en: 'none', zh: '没有写' };
      return {
        resource,
        property,
        en: `${resource} ${property} per ${per}: ${text(value, 'en')}, ${least ? 'at least' : 'at most'} ${allowed}`,
        zh: `每个 ${per} 的 ${resource} ${property}：${text(value, 'zh')}，${least ? '至少' : '至多'} ${allowed}`,
      };
    }),
    ...[...message.matchAll(RATIO)].map((match): LimitRangeBreach => {
      const [, resource = '', per = '', allowed = '', found = ''] = match;
      const ratio = found.replace(/\.0+$/, '');
      return {
        resource,
        property: 'requests',
        en: `${resource} limit per ${per}: ${ratio === '' ? 'without a request' : `${ratio} times the request`}, at most ${allowed} times`,
        zh: `每个 ${per} 的 ${resource} limit：${ratio === '' ? '没有 request' : `是 request 的 ${ratio} 倍`}，至多 ${allowed} 倍`,
      };
    }),
    ...[...message.matchAll(DEFAULT)].map((match): LimitRangeBreach => {
      const [, request = '', resource = '', limit = ''] = match;
      return {
        resource,
        property: 'limits',
        en: `${resource} request ${request} above the limit ${limit} that the LimitRange gives a container without one`,
        zh: `${resource} request ${request} 大于 LimitRange 给未写 limit 的容器补上的默认值 ${limit}`,
      };
    }),
  ];
}

function text(value: string | Text, language: keyof Text): string {
  return typeof value === 'string' ? value : value[language];
}
