import { asObject, objectId } from '../../../validation/manifest';
import { deploymentRolloutBounds } from '../../../validation/pods/rollout-bounds';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Question } from '../../judge/finding';
import { tryConditionOf } from '../reading/conditions';
import { conditionEvidence } from '../reading/evidence';
import { shortId } from '../reading/named';
import { isTerminating } from '../reading/pod-state';

/** A rollout that has passed its deadline goes on trying, and the old Pods, where there are some, go on serving. */
export const rolloutStandsStill: Question = {
  id: 'rollout-stands-still',
  severity: 'error',
  summary: { en: 'Does a rollout stand still?', zh: '是否有滚动更新停住了？' },
  ask: (cluster) =>
    cluster.ofKind('Deployment').flatMap((deployment) => {
      const condition = tryConditionOf(deployment, 'Progressing', 'False');
      if (condition?.['reason'] !== 'ProgressDeadlineExceeded' || isTerminating(deployment)) return [];
      const [spec, status] = [asObject(deployment.json['spec']), asObject(deployment.json['status'])];
      const wanted = wholeNumber(spec['replicas'], 1);
      const [updated, available] = ['updatedReplicas', 'availableReplicas'].map((name) => wholeNumber(status[name], 0));
      const { surge, unavailable } = deploymentRolloutBounds(spec, wanted);
      const seconds = wholeNumber(spec['progressDeadlineSeconds'], 600);
      return [
        {
          object: objectId(deployment),
          cause: {
            en: `the rollout of ${shortId(deployment)} has not moved for ${seconds} s: ${updated} of ${wanted} Pods are new, ${available} available (maxSurge ${surge}, maxUnavailable ${unavailable})`,
            zh: `${shortId(deployment)} 的滚动更新 ${seconds} 秒没有进展：${wanted} 个 Pod 中 ${updated} 个是新的，${available} 个可用（maxSurge ${surge}、maxUnavailable ${unavailable}）`,
          },
          evidence: [conditionEvidence(deployment, condition)],
          remedy: {
            en: 'Look why the new Pods are missing or not ready; `kubectl rollout undo` brings the last version back.',
            zh: '查明新 Pod 缺失或未就绪的原因；`kubectl rollout undo` 可回退到上一版本。',
          },
          property: 'spec.strategy',
        },
      ];
    }),
};
