import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import type { Cluster } from '../../cluster/cluster';
import { nodeOf, phaseOf } from '../reading/pod-state';
import { workloadPods } from '../reading/workload-pods';
import type { WorkloadPods } from '../reading/workload-pods';
import { isToRun } from './waiting-containers';

/** Pods of a workload that have a node and none of whose containers has started there, with what the kubelet says. */
export interface UnstartedPods extends WorkloadPods {
  readonly pod: Manifest;
  readonly podPath: string;
  /** The events of the Pod, the newest first. */
  readonly events: readonly JsonObject[];
}

const NOT_YET: ReadonlySet<string> = new Set(['ContainerCreating', 'PodInitializing', '']);
const READ = new WeakMap<Cluster, readonly UnstartedPods[]>();

/** Returns the Pods that are being set up: those that run, or have run, are past that whatever old events say. */
export function unstartedPods(cluster: Cluster): readonly UnstartedPods[] {
  const known = READ.get(cluster);
  if (known !== undefined) return known;
  const read = workloadPods(cluster, isUnstarted).map((group) => {
    // Of several Pods the one of which something is known.
    const pod = group.pods.find((one) => cluster.eventsAbout(one).some(isWarning)) ?? group.pods[0];
    const podPath = tryWorkload(group.workload)?.podPath ?? 'spec';
    return { ...group, pod, podPath, events: cluster.eventsAbout(pod) };
  });
  READ.set(cluster, read);
  return read;
}

/** Returns the newest event of one of these reasons whose message a pattern fits. */
export function tryEvent(
  { events }: UnstartedPods,
  reasons: readonly string[],
  pattern: RegExp = /(?:)/,
): JsonObject | undefined {
  return events.find(
    ({ reason, message, note }) => reasons.includes(asText(reason)) && pattern.test(asText(message) || asText(note)),
  );
}

function isUnstarted(pod: Manifest): boolean {
  if (nodeOf(pod) === '' || !isToRun(pod) || phaseOf(pod) !== 'Pending') return false;
  const status = asObject(pod.json['status']);
  const all = [...asList(status['initContainerStatuses']), ...asList(status['containerStatuses'])].map(asObject);
  return all.every(({ state, lastState }) => {
    const { waiting, running, terminated } = asObject(state);
    if (running !== undefined || terminated !== undefined) return false;
    return NOT_YET.has(asText(asObject(waiting)['reason'])) && asObject(lastState)['terminated'] === undefined;
  });
}

function isWarning({ type }: JsonObject): boolean {
  return type === 'Warning';
}
