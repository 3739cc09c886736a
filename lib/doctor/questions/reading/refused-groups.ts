import { addToList } from '../../../validation/add-to-list';
import { kindOf, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import { listedNames } from './listed-names';
import { namespaceOf, shortId } from './named';
import { countedObjects, nounOf } from './object-nouns';
import type { RefusalKind } from './refusal-kind';
import { refusalsOf } from './refusals';
import type { Refusal } from './refusals';

/** Refusals that have one cause. */
export interface RefusedGroup {
  readonly namespace: string;
  readonly refusals: readonly [Refusal, ...Refusal[]];
  /** `2 Pods of Deployment/web`. */
  readonly refused: Text;
  /** `Kind/namespace/name` of the workloads and of the controllers between. */
  readonly explains: readonly string[];
  /** Messages, each of another controller. */
  readonly evidence: readonly string[];
}

/** How many messages a finding shows. */
const SHOWN_EVIDENCE = 3;

/** Returns the refusals of a kind, in groups that have one namespace and one key. */
export function refusedGroups(
  cluster: Cluster,
  kind: RefusalKind,
  keyOf: (refusal: Refusal) => string,
): readonly RefusedGroup[] {
  const groups = new Map<string, [Refusal, ...Refusal[]]>();
  for (const refusal of refusalsOf(cluster)) {
    if (refusal.kind !== kind) continue;
    const key = `${namespaceOf(refusal.controller)}/${keyOf(refusal)}`;
    addToList(groups, key, refusal);
  }
  return [...groups.values()].map((refusals) => ({
    namespace: namespaceOf(refusals[0].controller),
    refusals,
    refused: refusedText(refusals.map(({ message, ...rest }) => ({ ...rest, plural: refusedPlural(message) }))),
    explains: explainedBy(refusals),
    evidence: [...new Set(refusals.slice(0, SHOWN_EVIDENCE).map(({ evidence }) => evidence))],
  }));
}

/** Returns the object that a group is about: its workload if it has one, what they share if it has several. */
export function subjectOf({ refusals }: RefusedGroup, shared: string): string {
  const workloads = new Set(refusals.map(({ workload }) => objectId(workload)));
  return workloads.size === 1 ? objectId(refusals[0].workload) : shared;
}

/** Returns what is refused, as a sentence has it: `3 Pods of Deployment/web, StatefulSet/mongo`. */
export function refusedText(
  refusals: readonly { readonly workload: Manifest; readonly missing: number; readonly plural: string }[],
): Text {
  const counts = new Map<string, number>();
  for (const { plural, missing } of refusals) counts.set(plural, (counts.get(plural) ?? 0) + missing);
  const objects = [...counts].map(([plural, count]) => countedObjects(count, plural));
  const workloads = listedNames([...new Set(refusals.map(({ workload }) => shortId(workload)))]);
  // A workload that is refused itself is not one of its own Pods.
  const own = refusals.every(({ workload, plural }) => nounOf(plural) === kindOf(workload));
  return {
    en: `${objects.map(({ en }) => en).join(' and ')}${own ? ': ' : ' of '}${workloads.en}`,
    zh: `${workloads.zh} 的 ${objects.map(({ zh }) => zh).join('、')}`,
  };
}

/** Returns the workloads of refusals, and the controllers that stand between them and their Pods. */
export function explainedBy(
  refusals: readonly { readonly workload: Manifest; readonly controller: Manifest }[],
): readonly string[] {
  return [...new Set(refusals.flatMap(({ workload, controller }) => [workload, controller].map(objectId)))];
}

/** Returns what a message is about, as the API server's plural; what does not say is about Pods. */
function refusedPlural(message: string): string {
  return /^([a-z.]+) "/.exec(message)?.[1] ?? 'pods';
}
