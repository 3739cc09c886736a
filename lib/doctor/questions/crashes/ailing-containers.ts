import { addToList } from '../../../validation/add-to-list';
import { asList, asObject, asText, kindOf } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { oncePer } from '../../../validation/once-per';
import { tryWorkload } from '../../../validation/pods/pods';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Cluster } from '../../cluster/cluster';
import { tryConditionOf } from '../reading/conditions';
import { nameOf } from '../reading/named';
import { createdMillis, hasEnded, isTerminating } from '../reading/pod-state';
import { workloadPods } from '../reading/workload-pods';
import type { WorkloadPods } from '../reading/workload-pods';
import { howItAils } from './how-it-ails';
import type { Ailment } from './how-it-ails';
import { lastLines } from './log-lines';

/** A container that ends again and again, or that runs and is not ready; of several Pods of a workload one. */
export interface AilingContainer extends WorkloadPods, Ailment {
  readonly pod: Manifest;
  readonly container: string;
  readonly isInit: boolean;
  /** Where it stands in the workload: `spec.template.spec.containers[web]`. */
  readonly path: string;
  /** Where the Pod's spec stands in the workload. */
  readonly podPath: string;
  /** The container as the Pod has it. */
  readonly spec: JsonObject;
  readonly restarts: number;
  /** The last lines of its log, the newest last. */
  readonly lines: readonly string[];
  /** In how many Pods of the workload it is so. */
  readonly count: number;
}

/** Returns the containers that end again and again or are not ready, each once for a workload. */
export const ailingContainers = oncePer((cluster: Cluster): readonly AilingContainer[] =>
  workloadPods(cluster, (pod) => isJudged(cluster, pod)).flatMap((group) => {
    const byPath = new Map<string, AilingContainer[]>();
    for (const pod of group.pods) {
      for (const one of inPod(cluster, group, pod)) {
        addToList(byPath, one.path, one);
      }
    }
    return [...byPath.values()].flatMap((all) => {
      // Those that ended tell more than one that merely is not ready, and those with a log more than those without.
      const [worst] = all.toSorted((one, other) => weight(other) - weight(one));
      return worst === undefined ? [] : [{ ...worst, count: all.length }];
    });
  }),
);

function weight({ run, severity, lines }: AilingContainer): number {
  return (severity === 'error' ? 4 : 0) + (run === undefined ? 0 : 2) + (lines.length > 0 ? 1 : 0);
}

/** Tells whether what a Pod says counts: of Jobs only the newest, and nothing of those that came to a good end. */
function isJudged(cluster: Cluster, pod: Manifest): boolean {
  const { reason } = asObject(pod.json['status']);
  // Evicted, past its deadline: the Pod was ended from outside, and its containers are not at fault.
  if (isTerminating(pod) || asText(reason) !== '') return false;
  const owner = cluster.tryOwner(pod);
  if (owner === undefined) return true;
  if (kindOf(owner) !== 'Job') return !hasEnded(pod);
  if (tryConditionOf(owner, 'Complete', 'True') !== undefined || isTerminating(owner)) return false;
  const above = cluster.tryOwner(owner);
  return above === undefined || !cluster.ownedBy(above).some((other) => createdMillis(other) > createdMillis(owner));
}

function inPod(cluster: Cluster, group: WorkloadPods, pod: Manifest): readonly AilingContainer[] {
  const podPath = tryWorkload(group.workload)?.podPath ?? 'spec';
  const [spec, status] = [asObject(pod.json['spec']), asObject(pod.json['status'])];
  const lists = [
    ['initContainers', 'initContainerStatuses', true],
    ['containers', 'containerStatuses', false],
  ] as const;
  return lists.flatMap(([list, statuses, isInit]) =>
    asList(status[statuses]).flatMap((item) => {
      const own = asObject(item);
      const ailment = howItAils(cluster, pod, own, isInit);
      if (ailment === undefined) return [];
      const container = asText(own['name']);
      const written = asList(spec[list]).map(asObject);
      return [
        {
          ...group,
          ...ailment,
          pod,
          container,
          isInit,
          path: `${podPath}.${list}[${container}]`,
          podPath,
          spec: written.find(({ name }) => name === container) ?? {},
          restarts: wholeNumber(own['restartCount'], 0),
          lines: linesOf(cluster, pod, container, ailment),
          count: 1,
        },
      ];
    }),
  );
}

/** The log where it was read, and what the kubelet keeps of it in the state otherwise. */
function linesOf(cluster: Cluster, pod: Manifest, container: string, { run }: Ailment): readonly string[] {
  const log = cluster.tryLog(pod, container) ?? '';
  const message = run?.message ?? '';
  if (log.trim() === '') return lastLines(message);
  // Last words of its own making are not in the log.
  const own = lastLines(message).filter((line) => !log.includes(line));
  return [...own, ...lastLines(log)];
}

/** Returns `container web` or `init container web`, as a sentence names it. */
export function containerText({ container, isInit }: Pick<AilingContainer, 'container' | 'isInit'>) {
  return {
    en: `${isInit ? 'init container' : 'container'} ${container}`,
    zh: `${isInit ? 'init 容器' : '容器'} ${container}`,
  };
}

/** Returns the name of the workload that a container belongs to. */
export function workloadOf({ workload }: WorkloadPods): string {
  return nameOf(workload);
}
