import { asObject, asText } from '../../../validation/manifest';
import type { Question, Symptom } from '../../judge/finding';
import { absentObject, isMisspelt } from '../reading/absent-object';
import type { AbsentObject } from '../reading/absent-object';
import { claimsOf } from '../reading/pods-by-claim';
import { unscheduledBy } from './unscheduled-pods';
import type { UnscheduledPods } from './unscheduled-pods';

/** A Pod mounts a claim that is not there; the scheduler waits for it. */
export const claimMissing: Question = {
  id: 'claim-missing',
  severity: 'error',
  summary: {
    en: 'Do Pods wait for a claim that is not there?',
    zh: '是否有 Pod 在等待不存在的 PersistentVolumeClaim？',
  },
  ask: (cluster, expected) => {
    const missing = new Map<string, { name: string; absent: AbsentObject; waiting: UnscheduledPods[] }>();
    for (const waiting of unscheduledBy(cluster, 'claim-missing')) {
      const namespace = asText(asObject(waiting.pod.json['metadata'])['namespace']);
      for (const name of absentClaims(waiting)) {
        if (cluster.tryFind('PersistentVolumeClaim', namespace, name) !== undefined) continue;
        const id = `PersistentVolumeClaim/${namespace}/${name}`;
        const known = missing.get(id);
        const absent =
          known?.absent ?? absentObject(cluster, expected, { kind: 'PersistentVolumeClaim', namespace, name });
        if (known === undefined) missing.set(id, { name, absent, waiting: [waiting] });
        else known.waiting.push(waiting);
      }
    }
    return [...missing].flatMap(([id, { name, absent, waiting }]) =>
      waiting.length === 1 && isMisspelt(name, absent)
        ? waiting.map((one) => misspelt(one, name, absent))
        : [lost(id, name, absent, waiting)],
    );
  },
};

function absentClaims({ pod, said }: UnscheduledPods): readonly string[] {
  const told = said.blockers.flatMap(({ kind, subject }) => (kind === 'claim-missing' ? (subject ?? []) : []));
  const mounted = new Set(claimsOf(pod.json));
  return told.filter((name) => mounted.has(name) || mounted.size === 0);
}

function misspelt(
  { id, podPath, pod, evidence }: UnscheduledPods,
  name: string,
  { nearest = '' }: AbsentObject,
): Symptom {
  const volumes = asObject(pod.json['spec'])['volumes'];
  const volume = (Array.isArray(volumes) ? volumes : [])
    .map(asObject)
    .find((one) => asObject(one['persistentVolumeClaim'])['claimName'] === name);
  return {
    object: id,
    cause: {
      en: `its Pods mount the claim "${name}", which is not there; the nearest that is: "${nearest}"`,
      zh: `其 Pod 挂载的 PersistentVolumeClaim "${name}" 不存在；名称最接近的是 "${nearest}"`,
    },
    evidence,
    remedy: {
      en: `Write claimName "${nearest}", or make the claim "${name}".`,
      zh: `把 claimName 改为 "${nearest}"，或创建 PersistentVolumeClaim "${name}"。`,
    },
    property: `${podPath}.volumes[${asText(volume?.['name'])}].persistentVolumeClaim.claimName`,
  };
}

function lost(
  object: string,
  name: string,
  { isPublished }: AbsentObject,
  waiting: readonly UnscheduledPods[],
): Symptom {
  return {
    object,
    cause: {
      en: `the claim "${name}" is not there, and Pods wait for it${isPublished ? '; dist/ has it' : ''}`,
      zh: `PersistentVolumeClaim "${name}" 不存在，有 Pod 在等待它${isPublished ? '；dist/ 中有它的定义' : ''}`,
    },
    evidence: waiting.flatMap(({ evidence }) => evidence),
    remedy: isPublished
      ? {
          en: 'Apply the file of dist/ that holds it; if the claim was deleted, restore the last backup into the new one.',
          zh: 'apply dist/ 中包含它的文件；若是被误删，请用最近的备份恢复数据。',
        }
      : {
          en: `Make the claim "${name}", or mount another one.`,
          zh: `创建 PersistentVolumeClaim "${name}"，或改为挂载其他 PersistentVolumeClaim。`,
        },
    explains: [...new Set(waiting.map(({ id }) => id))],
  };
}
