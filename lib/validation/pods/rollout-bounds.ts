import { asObject, asText } from '../manifest';
import type { Json, JsonObject } from '../manifest';
import { wholeNumber } from '../quantities/whole-number';

/** Both defaults of a Deployment. @see kubernetes/kubernetes v1.27 pkg/apis/apps/v1/defaults.go */
const DEFAULT_BOUND = '25%';

/** How many Pods a rollout may add, and how many it may take away, before the others are ready. */
export interface RolloutBounds {
  readonly surge: number;
  readonly unavailable: number;
}

/**
 * Returns the bounds of a Deployment's rollout in Pods: none of either for Recreate, which ends all old Pods first.
 *
 * Per cent of maxSurge rounds up and of maxUnavailable down; where both come to 0, one Pod may be unavailable.
 *
 * @param spec the Deployment's spec
 * @see kubernetes/kubernetes v1.27 pkg/controller/deployment/util/deployment_util.go, ResolveFenceposts
 */
export function deploymentRolloutBounds(spec: JsonObject, replicas: number): RolloutBounds {
  const strategy = asObject(spec['strategy']);
  if (strategy['type'] === 'Recreate') return { surge: 0, unavailable: replicas };
  const rollingUpdate = asObject(strategy['rollingUpdate']);
  const surge = resolved(rollingUpdate['maxSurge'] ?? DEFAULT_BOUND, replicas, Math.ceil);
  const unavailable = resolved(rollingUpdate['maxUnavailable'] ?? DEFAULT_BOUND, replicas, Math.floor);
  return { surge, unavailable: surge === 0 && unavailable === 0 ? 1 : unavailable };
}

/**
 * Returns how many Pods the rollout of a DaemonSet adds: maxSurge, by default none, and never more than one per VM.
 *
 * @param spec the DaemonSet's spec
 */
export function daemonSetSurge(spec: JsonObject, vms: number): number {
  const strategy = asObject(spec['updateStrategy']);
  if (strategy['type'] === 'OnDelete') return 0;
  return Math.min(resolved(asObject(strategy['rollingUpdate'])['maxSurge'] ?? 0, vms, Math.ceil), vms);
}

function resolved(bound: Json, replicas: number, round: (pods: number) => number): number {
  const percent = /^(\d{1,9})%$/.exec(asText(bound))?.[1];
  return percent === undefined ? wholeNumber(bound, 0) : round((Number(percent) * replicas) / 100);
}
