import { asObject, kindOf } from '../../../validation/manifest';
import { deploymentRolloutBounds } from '../../../validation/pods/rollout-bounds';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { QuotaRefusal } from './quota-refusals';

/**
 * Tells whether a refusal is that of the first Pod of a rollout which may not end an old Pod before: it stands still.
 *
 * @see kubernetes/kubernetes v1.27 pkg/controller/deployment/rolling.go, reconcileOldReplicaSets
 */
export function isStandingSurge({ plural, workload, there }: QuotaRefusal): boolean {
  if (plural !== 'pods' || kindOf(workload) !== 'Deployment') return false;
  const [spec, status] = [asObject(workload.json['spec']), asObject(workload.json['status'])];
  const replicas = wholeNumber(spec['replicas'], 1);
  const available = wholeNumber(status['availableReplicas'], 0);
  return there === 0 && replicas > 0 && available > 0 && available - replicas + unavailable(spec, replicas) <= 0;
}

function unavailable(spec: Parameters<typeof deploymentRolloutBounds>[0], replicas: number): number {
  return deploymentRolloutBounds(spec, replicas).unavailable;
}
