import type { JsonObject } from '../../../../validation/manifest';
import type { Cluster } from '../../../cluster/cluster';
import { aCluster } from '../../../testing/a-cluster';
import {
  aContainerStatus,
  aDeployment,
  aPod,
  aReplicaSet,
  aRunningContainer,
} from '../../../testing/cluster-workloads';

/** What a test says of a container that ends again and again. */
export interface CrashParts {
  /** @default 1 */
  readonly exitCode?: number;
  /** @default Error */
  readonly reason?: string;
  /** Fields of the `terminated` state. @default it ran for 3 seconds */
  readonly terminated?: JsonObject;
  /** Fields of the container. */
  readonly container?: JsonObject;
  readonly podSpec?: JsonObject;
  /** Fields of the status of the container. */
  readonly status?: JsonObject;
  /** Its last lines. @default none were read */
  readonly log?: string;
  /** Events and other objects, from the Pod. */
  readonly others?: (pod: JsonObject) => readonly JsonObject[];
}

/** Returns a cluster with a Deployment `web` whose one container ends again and again. */
export function aCrash(parts: CrashParts = {}): Cluster {
  const { exitCode = 1, reason = 'Error', terminated, container, podSpec = {}, status, log, others } = parts;
  const web = aDeployment({
    containers: [aRunningContainer('web', container)],
    podSpec,
    status: { readyReplicas: 0, availableReplicas: 0, unavailableReplicas: 1 },
  });
  const replicaSet = aReplicaSet(web);
  const times = { startedAt: '2026-11-23T06:58:00Z', finishedAt: '2026-11-23T06:58:03Z' };
  const pod = aPod(replicaSet, {
    status: {
      conditions: [
        { type: 'Ready', status: 'False', reason: 'ContainersNotReady', lastTransitionTime: '2026-11-23T06:58:03Z' },
      ],
      containerStatuses: [
        aContainerStatus('web', {
          restartCount: 7,
          state: {
            waiting: {
              reason: 'CrashLoopBackOff',
              message: 'back-off 5m0s restarting failed container=web pod=web-5d4f8c7b9d-x2x4z_znyw-prod(uid)',
            },
          },
          lastState: { terminated: { exitCode, reason, ...times, ...terminated } },
          ...status,
        }),
      ],
    },
  });
  const logs: Record<string, string> = log === undefined ? {} : { 'znyw-prod/web-5d4f8c7b9d-x2x4z/web': log };
  return aCluster([web, replicaSet, pod, ...(others?.(pod) ?? [])], { logs });
}
