import { asObject, asText, objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { claimsInTrouble } from './claim-trouble';
import { nameOf, namespaceOf } from '../reading/named';
import { nodeOf } from '../reading/pod-state';
import { podsWithClaim } from '../reading/pods-by-claim';

/** A claim that was deleted stays until its last Pod has ended, and no new Pod may use it. */
export const claimTerminating: Question = {
  id: 'claim-terminating',
  severity: 'error',
  summary: {
    en: 'Has somebody deleted a claim that Pods still need?',
    zh: '是否有仍被 Pod 使用的 PersistentVolumeClaim 被删除？',
  },
  ask: (cluster) =>
    claimsInTrouble(cluster, 'terminating')
      .filter(({ users }) => users.length > 0)
      .map(({ id, claim, evidence, users }) => {
        const pods = podsWithClaim(cluster, namespaceOf(claim), nameOf(claim));
        const waiting = pods.filter((pod) => nodeOf(pod) === '');
        const since = asText(asObject(claim.json['metadata'])['deletionTimestamp']);
        const holders = pods.filter((pod) => nodeOf(pod) !== '').map(objectId);
        const held = holders.length === 0 ? undefined : holders[0];
        return {
          object: id,
          cause: {
            en: `the claim was deleted at ${since} and ends as soon as no Pod uses it; no new Pod can${held === undefined ? '' : `, and ${held} still does`}`,
            zh: `该 PersistentVolumeClaim 已于 ${since} 被删除，最后一个使用它的 Pod 结束后即消失，新的 Pod 无法再使用它${held === undefined ? '' : `；目前 ${held} 仍在使用`}`,
          },
          evidence: [`metadata.deletionTimestamp of PersistentVolumeClaim/${nameOf(claim)}: ${since}`, ...evidence],
          remedy: {
            en: 'Back its data up now if they are needed; then let the Pods end, so that the claim goes, apply it again and restore.',
            zh: '若数据还需要，请立即备份；然后停止使用它的 Pod 让其删除完成，再重新 apply 并恢复数据。',
          },
          explains: users,
          // As long as the Pod runs on, nothing is broken yet.
          ...(waiting.length === 0 && pods.length > 0 ? { severity: 'warning' as const } : {}),
        };
      }),
};
