import { asObject, asText } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { createdMillis } from '../reading/pod-state';
import { claimsInTrouble } from './claim-trouble';

/** How long making a volume may take before it is worth a word. */
const PATIENCE_MILLIS = 60_000;

/** The storage does not make the volume: it says why, or nothing at all. */
export const volumeNotProvisioned: Question = {
  id: 'volume-not-provisioned',
  severity: 'error',
  summary: {
    en: 'Does the storage fail to make a volume?',
    zh: '存储是否未能创建卷？',
  },
  ask: (cluster) =>
    claimsInTrouble(cluster, 'failed', 'slow').flatMap(({ id, claim, kind, storageClass, event, evidence, users }) => {
      const seconds = Math.round((cluster.reading.readAtMillis - createdMillis(claim)) / 1000);
      if (kind === 'slow' && seconds * 1000 < PATIENCE_MILLIS) return [];
      const said = asText(event?.['message']);
      const storageClassOf = cluster.tryFind('StorageClass', '', storageClass ?? '');
      const provisioner = asText(asObject(storageClassOf?.json)['provisioner']);
      const maker = provisioner === '' ? '' : ` (${provisioner})`;
      return [
        {
          object: id,
          cause:
            kind === 'failed'
              ? {
                  en: `the storage of class "${storageClass}"${maker} refuses to make the volume: ${said}`,
                  zh: `StorageClass "${storageClass}"${maker} 创建卷失败：${said}`,
                }
              : {
                  en: `the claim has waited ${seconds} s for a volume of class "${storageClass}"${maker}, and nobody says why`,
                  zh: `该 PersistentVolumeClaim 等待 StorageClass "${storageClass}"${maker} 的卷已 ${seconds} 秒，没有任何说明`,
                },
          evidence,
          remedy:
            kind === 'failed'
              ? {
                  en: 'Do what the message says if it is about size, class or access mode; otherwise hand it to the operators of the storage.',
                  zh: '若错误与容量、StorageClass 或访问模式有关，修改相应字段；否则将该消息转给存储管理员。',
                }
              : {
                  en: 'Ask the operators of the storage whether its provisioner runs.',
                  zh: '请存储管理员确认 provisioner 是否在运行。',
                },
          explains: users,
          ...(users.length === 0 ? { severity: 'warning' as const } : {}),
        },
      ];
    }),
};
