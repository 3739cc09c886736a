import { asObject, asText } from '../../../validation/manifest';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { createdMillis } from '../reading/pod-state';
import { claimsInTrouble } from './claim-trouble';
import type { ClaimTrouble } from './claim-trouble';
import { classTroubles } from './class-troubles';

/** How long making a volume may take before it is an error. */
const PATIENCE_MILLIS = 60_000;

/** The storage does not make the volume: it says why, or nothing at all. */
export const volumeNotProvisioned: Question = {
  id: 'volume-not-provisioned',
  severity: 'error',
  summary: {
    en: 'Does the storage fail to make a volume?',
    zh: '存储是否未能创建卷？',
  },
  ask: (cluster) => {
    const late = claimsInTrouble(cluster, 'failed', 'slow');
    const ofClass = ({ kind, storageClass = '' }: ClaimTrouble) => `${kind} ${storageClass}`;
    return classTroubles(late, ofClass).map(({ trouble, others, consequences }): Symptom => {
      const { cause, remedy } = trouble.kind === 'failed' ? failedTexts(cluster, trouble) : slowTexts(cluster, trouble);
      return {
        object: trouble.id,
        cause: { en: `${cause.en}${others.en}`, zh: `${cause.zh}${others.zh}` },
        evidence: trouble.evidence,
        remedy,
        ...(isError(cluster, trouble) ? {} : { severity: 'warning' as const }),
        ...consequences,
      };
    });
  },
};

function isError(cluster: Cluster, { kind, claim }: ClaimTrouble): boolean {
  return kind === 'failed' || ageMillis(cluster, claim) >= PATIENCE_MILLIS;
}

interface Texts {
  readonly cause: Text;
  readonly remedy: Text;
}

function failedTexts(cluster: Cluster, trouble: ClaimTrouble): Texts {
  const said = asText(trouble.event?.['message']);
  const storage = storageOf(cluster, trouble);
  return {
    cause: {
      en: `the storage of class ${storage} refuses to make the volume: ${said}`,
      zh: `StorageClass ${storage} 创建卷失败：${said}`,
    },
    remedy: {
      en: 'Do what the message says if it is about size, class or access mode; otherwise hand it to the operators of the storage.',
      zh: '若错误与容量、StorageClass 或访问模式有关，修改相应字段；否则将该消息转给存储管理员。',
    },
  };
}

function slowTexts(cluster: Cluster, trouble: ClaimTrouble): Texts {
  const seconds = Math.round(ageMillis(cluster, trouble.claim) / 1000);
  const storage = storageOf(cluster, trouble);
  return {
    cause: {
      en: `the claim has waited ${seconds} s for a volume of class ${storage}, and nobody says why`,
      zh: `该 PersistentVolumeClaim 等待 StorageClass ${storage} 的卷已 ${seconds} 秒，没有任何说明`,
    },
    remedy: {
      en: 'Ask the operators of the storage whether its provisioner runs.',
      zh: '请存储管理员确认 provisioner 是否在运行。',
    },
  };
}

function storageOf(cluster: Cluster, { storageClass = '' }: ClaimTrouble): string {
  const found = cluster.tryFind('StorageClass', '', storageClass);
  const provisioner = asText(asObject(found?.json)['provisioner']);
  return `"${storageClass}"${provisioner === '' ? '' : ` (${provisioner})`}`;
}

function ageMillis({ reading }: Cluster, claim: ClaimTrouble['claim']): number {
  return reading.readAtMillis - createdMillis(claim);
}
