import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import type { Cluster } from '../../cluster/cluster';
import { shortId } from '../reading/named';
import { hasEnded, isTerminating } from '../reading/pod-state';
import { workloadPods } from '../reading/workload-pods';
import type { WorkloadPods } from '../reading/workload-pods';

/** A container that has not started, with why: of several Pods of a workload the newest. */
export interface WaitingContainer extends WorkloadPods {
  readonly pod: Manifest;
  /** The container's name. */
  readonly container: string;
  readonly image: string;
  /** `ImagePullBackOff`, `CreateContainerConfigError`. */
  readonly reason: string;
  readonly message: string;
  /** Where it stands in the workload: `spec.template.spec.containers[web]`. */
  readonly path: string;
  readonly status: JsonObject;
  /** What the status says, verbatim. */
  readonly evidence: string;
}

const READ = new WeakMap<Cluster, readonly WaitingContainer[]>();

/** Returns the containers that wait for one of these reasons; each once for a workload. */
export function waitingContainers(cluster: Cluster, reasons: ReadonlySet<string>): readonly WaitingContainer[] {
  const all = READ.get(cluster) ?? readAll(cluster);
  READ.set(cluster, all);
  return all.filter(({ reason }) => reasons.has(reason));
}

/** Tells whether a Pod is one that is to run: neither over nor on its way out. */
export function isToRun(pod: Manifest): boolean {
  return !hasEnded(pod) && !isTerminating(pod);
}

function readAll(cluster: Cluster): readonly WaitingContainer[] {
  return workloadPods(cluster, isToRun).flatMap((group) => {
    const seen = new Set<string>();
    return group.pods.flatMap((pod) =>
      containersOfPod(group, pod).filter(({ path, reason }) => {
        const key = `${path} ${reason}`;
        return seen.has(key) ? false : seen.add(key);
      }),
    );
  });
}

function containersOfPod(group: WorkloadPods, pod: Manifest): readonly WaitingContainer[] {
  const podPath = tryWorkload(group.workload)?.podPath ?? 'spec';
  const [spec, status] = [asObject(pod.json['spec']), asObject(pod.json['status'])];
  const lists = [
    ['initContainers', 'initContainerStatuses'],
    ['containers', 'containerStatuses'],
  ] as const;
  return lists.flatMap(([list, statuses]) => {
    const images = new Map(
      asList(spec[list])
        .map(asObject)
        .map(({ name, image }) => [asText(name), asText(image)]),
    );
    return asList(status[statuses]).flatMap((item) => {
      const own = asObject(item);
      const waiting = asObject(asObject(own['state'])['waiting']);
      const [name, reason, message] = [asText(own['name']), asText(waiting['reason']), asText(waiting['message'])];
      if (reason === '') return [];
      const path = `${podPath}.${list}[${name}]`;
      const evidence = `container ${name} of ${shortId(pod)} waits: ${reason}${message === '' ? '' : `: ${message}`}`;
      const image = images.get(name) ?? asText(own['image']);
      return [{ ...group, pod, container: name, image, reason, message, path, status: own, evidence }];
    });
  });
}
