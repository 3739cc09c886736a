import { asObject, asText } from '../../../validation/manifest';
import type { Question, Symptom } from '../../judge/finding';
import { claimsInTrouble } from './claim-trouble';
import { unscheduledBy } from './unscheduled-pods';

/** The volume behind a claim is gone, and with it what was stored there. */
export const claimLost: Question = {
  id: 'claim-lost',
  severity: 'error',
  summary: {
    en: 'Has a claim lost its volume?',
    zh: '是否有 PersistentVolumeClaim 丢失了对应的卷？',
  },
  ask: (cluster) => {
    const lost = claimsInTrouble(cluster, 'lost').map(({ id, claim, evidence, users }) => {
      const volume = asText(asObject(claim.json['spec'])['volumeName']);
      return symptomOf(id, volume, evidence, users);
    });
    const known = new Set(lost.map(({ object }) => object));
    const dangling = unscheduledBy(cluster, 'volume-missing').flatMap(({ id, pod, said, evidence }) => {
      const claim = said.blockers.find(({ kind }) => kind === 'volume-missing')?.subject;
      const namespace = asText(asObject(pod.json['metadata'])['namespace']);
      const object = claim === undefined ? id : `PersistentVolumeClaim/${namespace}/${claim}`;
      return known.has(object) ? [] : [symptomOf(object, '', evidence, [id])];
    });
    return [...lost, ...dangling];
  },
};

function symptomOf(object: string, volume: string, evidence: readonly string[], users: readonly string[]): Symptom {
  const named = volume === '' ? '' : ` "${volume}"`;
  return {
    object,
    cause: {
      en: `the claim is bound to the volume${named}, which is not there any more; what was stored there is lost unless the storage still has it`,
      zh: `该 PersistentVolumeClaim 绑定的 PersistentVolume${named} 已不存在；除非存储后端还保留数据，否则其中的数据已丢失`,
    },
    evidence,
    remedy: {
      en: 'Ask the operators of the storage whether the volume still exists; if not, delete the claim, apply it again and restore the last backup.',
      zh: '向存储管理员确认卷是否还在；若不在，删除该 PersistentVolumeClaim，重新 apply，并用最近的备份恢复。',
    },
    explains: users.filter((user) => user !== object),
  };
}
