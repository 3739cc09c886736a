import { asObject, asText } from '../../../validation/manifest';
import { tryNearestName } from '../../../validation/names/nearest-name';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import { nameOf, namespaceOf } from './named';

/** How many names are compared with one that is not there. */
const MOST_CANDIDATES = 2000;
/** For how many names a near one is looked for. */
const MOST_SEARCHED = 200;
/** How many letters a slip of the pen concerns. */
const SLIP_LETTERS = 3;

/** What is known of an object that something refers to and that is not there. */
export interface AbsentObject {
  /** The name of one that is there and that was probably meant. @default none is near */
  readonly nearest?: string;
  /** Whether it is among the objects of `dist/`, so that it was published once or still has to be. */
  readonly isPublished: boolean;
  /** Whether it is known as made outside of `dist/`, as Secrets are. */
  readonly isMadeOutside: boolean;
}

/** Returns what is known of an object that is not there. */
export function absentObject(
  cluster: Cluster,
  expected: Expected,
  { kind, namespace, name }: { readonly kind: string; readonly namespace: string; readonly name: string },
): AbsentObject {
  const nearest = tryNearest(cluster, kind, namespace, name);
  const isPublished = expected.manifests.some(
    ({ json }) => asText(json['kind']) === kind && asText(asObject(json['metadata'])['name']) === name,
  );
  const isMadeOutside = (expected.environment.outside ?? []).some((one) => one.kind === kind && one.name === name);
  return { ...(nearest === undefined ? {} : { nearest }), isPublished, isMadeOutside };
}

const SEARCHED = new WeakMap<Cluster, Map<string, string | undefined>>();

/** Many names that are missing at once are no slips of the pen, and comparing each with all others would take long. */
function tryNearest(cluster: Cluster, kind: string, namespace: string, name: string): string | undefined {
  const searched = SEARCHED.get(cluster) ?? new Map<string, string | undefined>();
  SEARCHED.set(cluster, searched);
  const key = `${kind}/${namespace}/${name}`;
  if (searched.has(key) || searched.size >= MOST_SEARCHED) return searched.get(key);
  const there = cluster.ofKind(kind).filter((object) => namespaceOf(object) === namespace);
  const nearest = tryNearestName(name, there.slice(0, MOST_CANDIDATES).map(nameOf));
  searched.set(key, nearest);
  return nearest;
}

/**
 * Tells whether a name that is not there is a slip of whoever refers to it, rather than an object that is lost:
 * `focus-web-confg` for `focus-web-config`, and not `focus-web` for `focus-web-backup`.
 */
export function isMisspelt(name: string, { nearest, isPublished, isMadeOutside }: AbsentObject): boolean {
  return nearest !== undefined && !isPublished && !isMadeOutside && lettersApart(name, nearest) <= SLIP_LETTERS;
}

/** Returns how many letters stand between what two names begin and end with alike. */
function lettersApart(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end;
}
