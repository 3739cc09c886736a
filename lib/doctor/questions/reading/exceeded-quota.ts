import { quotaResource } from './quota-use';

/** What a message says about a quota that has no room. */
export interface ExceededQuota {
  readonly quota: string;
  /** What was to be created, as the API server's plural: `pods`, `persistentvolumeclaims`, `jobs.batch`; empty if it does not say. */
  readonly plural: string;
  /** By key of the quota, in the units of `quotaResource`; only what is exceeded. */
  readonly requested: ReadonlyMap<string, number>;
  readonly used: ReadonlyMap<string, number>;
  readonly limited: ReadonlyMap<string, number>;
}

/**
 * Reads `pods "N" is forbidden: exceeded quota: Q, requested: requests.cpu=1, used: requests.cpu=7800m, limited: requests.cpu=8`.
 *
 * @returns undefined for another message
 * @see kubernetes/kubernetes v1.27 staging/src/k8s.io/apiserver/pkg/admission/plugin/resourcequota/controller.go
 */
export function tryExceededQuota(message: string): ExceededQuota | undefined {
  const [, said] = splitOnce(message, 'exceeded quota: ');
  const [quota, amounts] = splitOnce(said, ', requested: ');
  const [requested, rest] = splitOnce(amounts, ', used: ');
  const [used, limited] = splitOnce(rest, ', limited: ');
  if (quota === '' || requested === '') return undefined;
  const plural = /^(\S+) "/.exec(message)?.[1] ?? '';
  return { quota, plural, requested: amountsIn(requested), used: amountsIn(used), limited: amountsIn(limited) };
}

function amountsIn(text: string): ReadonlyMap<string, number> {
  const amounts = new Map<string, number>();
  for (const item of text.split(',')) {
    const [name, value] = splitOnce(item.trim(), '=');
    const amount = quotaResource(name).tryParse(value);
    if (name !== '' && amount !== undefined) amounts.set(name, amount);
  }
  return amounts;
}

function splitOnce(text: string, separator: string): readonly [before: string, after: string] {
  const place = text.indexOf(separator);
  return place === -1 ? [text, ''] : [text.slice(0, place), text.slice(place + separator.length)];
}
