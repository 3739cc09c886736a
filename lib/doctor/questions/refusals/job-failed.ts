import { asObject, asText, kindOf, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { tryConditionOf } from '../reading/conditions';
import { conditionEvidence } from '../reading/evidence';
import { shortId } from '../reading/named';
import { writtenScalar } from '../reading/written-scalar';
import { createdMillis } from '../reading/pod-state';

/** A Job that has given up makes no further Pods. Why its Pods failed is another question; here is that it is over. */
export const jobFailed: Question = {
  id: 'job-failed',
  severity: 'error',
  summary: { en: 'Has a Job given up?', zh: '是否有 Job 已经失败？' },
  ask: (cluster) =>
    cluster.ofKind('Job').flatMap((job) => {
      const condition = tryConditionOf(job, 'Failed', 'True');
      if (condition === undefined || isFollowedByAnother(cluster, job)) return [];
      const [spec, status] = [asObject(job.json['spec']), asObject(job.json['status'])];
      const isLate = condition['reason'] === 'DeadlineExceeded';
      const failed = wholeNumber(status['failed'], 0);
      const bound = isLate
        ? `activeDeadlineSeconds ${writtenScalar(spec['activeDeadlineSeconds'])}`
        : `backoffLimit ${writtenScalar(spec['backoffLimit'] ?? 6)}`;
      return [
        {
          object: objectId(job),
          cause: {
            en: `${shortId(job)} has given up: ${asText(condition['reason'])}, ${failed} failed ${failed === 1 ? 'Pod' : 'Pods'}, ${bound}`,
            zh: `${shortId(job)} 已放弃：${asText(condition['reason'])}，失败的 Pod ${failed} 个，${bound}`,
          },
          evidence: [conditionEvidence(job, condition)],
          remedy: isLate
            ? {
                en: 'Find out why it takes so long (`kubectl logs`, if the Pod is still there), or raise activeDeadlineSeconds; then start it again.',
                zh: '查明为什么这么慢（Pod 还在的话用 `kubectl logs`），或调大 activeDeadlineSeconds，再重新运行。',
              }
            : {
                en: 'Look at the log of a failed Pod (`kubectl logs`); delete the Job and apply it again once the cause is gone.',
                zh: '查看失败 Pod 的日志（`kubectl logs`）；排除原因后删除该 Job 再重新 apply。',
              },
          property: isLate ? 'activeDeadlineSeconds' : 'backoffLimit',
        },
      ];
    }),
};

/** Of a CronJob only the last Job says how it stands. */
function isFollowedByAnother(cluster: Cluster, job: Manifest): boolean {
  const owner = cluster.topOwner(job);
  if (kindOf(owner) !== 'CronJob') return false;
  return cluster.ownedBy(owner).some((other) => other !== job && createdMillis(other) > createdMillis(job));
}
