import { asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import type { Cluster } from '../../cluster/cluster';
import { conditionEvidence, eventEvidence, eventMessage } from '../reading/evidence';
import { conditionOf, isTerminating, nodeOf, phaseOf } from '../reading/pod-state';
import { workloadPods } from '../reading/workload-pods';
import type { WorkloadPods } from '../reading/workload-pods';
import { mainObstacle } from './main-obstacle';
import type { Obstacle } from './main-obstacle';
import { parseSchedulerMessage } from './scheduler-message';
import type { SchedulerMessage } from './scheduler-message';

/** The Pods of a workload that have no node, with what was said of the newest of them. */
export interface UnscheduledPods extends WorkloadPods {
  readonly pod: Manifest;
  readonly podSpec: JsonObject;
  /** Where the Pod's spec stands in the workload: `spec.template.spec`. */
  readonly podPath: string;
  readonly said: SchedulerMessage;
  /** `gated`: it waits to be released; `silent`: no scheduler has said a word. */
  readonly obstacle: Obstacle | 'gated' | 'silent';
  readonly evidence: readonly string[];
}

const READ = new WeakMap<Cluster, readonly UnscheduledPods[]>();

/** Returns the Pods that wait for a node, by workload. */
export function unscheduledPods(cluster: Cluster): readonly UnscheduledPods[] {
  const known = READ.get(cluster);
  if (known !== undefined) return known;
  const waiting = workloadPods(cluster, isUnscheduled);
  const read = waiting.map((group) => withReason(cluster, group));
  READ.set(cluster, read);
  return read;
}

/** Returns the Pods that one thing above all keeps from a node. */
export function unscheduledBy(
  cluster: Cluster,
  ...obstacles: readonly UnscheduledPods['obstacle'][]
): readonly UnscheduledPods[] {
  return unscheduledPods(cluster).filter(({ obstacle }) => obstacles.includes(obstacle));
}

function isUnscheduled(pod: Manifest): boolean {
  const phase = phaseOf(pod);
  return nodeOf(pod) === '' && !isTerminating(pod) && (phase === 'Pending' || phase === '');
}

function withReason(cluster: Cluster, group: WorkloadPods): UnscheduledPods {
  // One of several may not have been looked at yet.
  const told = group.pods.find((pod) => reasonOf(cluster, pod) !== undefined);
  const pod = told ?? group.pods[0];
  const podSpec = asObject(pod.json['spec']);
  const podPath = tryWorkload(group.workload)?.podPath ?? 'spec';
  const reason = told === undefined ? undefined : reasonOf(cluster, told);
  const about = { ...group, pod, podSpec, podPath };
  if (reason === undefined) return { ...about, said: parseSchedulerMessage(''), obstacle: 'silent', evidence: [] };
  const said = parseSchedulerMessage(reason.message);
  const obstacle = reason.isGate ? 'gated' : mainObstacle(cluster, pod, said);
  return { ...about, said, obstacle, evidence: [reason.evidence] };
}

interface Reason {
  readonly message: string;
  readonly isGate: boolean;
  readonly evidence: string;
}

function reasonOf(cluster: Cluster, pod: Manifest): Reason | undefined {
  const condition = conditionOf(pod, 'PodScheduled');
  const message = asText(condition['message']);
  if (condition['status'] === 'False' && (message !== '' || condition['reason'] === 'SchedulingGated')) {
    const isGate = condition['reason'] === 'SchedulingGated';
    return { message, isGate, evidence: conditionEvidence(pod, condition) };
  }
  // Schedulers of others may write events alone.
  const event = cluster.eventsAbout(pod).find(({ reason }) => reason === 'FailedScheduling');
  if (event === undefined) return undefined;
  return { message: eventMessage(event), isGate: false, evidence: eventEvidence(pod, event) };
}
