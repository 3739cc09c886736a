import { tryNearestName } from '../../../validation/names/nearest-name';
import type { Question } from '../../judge/finding';
import { listedNames } from '../reading/listed-names';
import { configurationFaults, keysOf } from './configuration-faults';

/** The ConfigMap or Secret is there, and has no such key. */
export const configurationKeyMissing: Question = {
  id: 'configuration-key-missing',
  severity: 'error',
  summary: {
    en: 'Do containers wait for a key that a ConfigMap or Secret does not have?',
    zh: '是否有容器在等待 ConfigMap 或 Secret 中不存在的键？',
  },
  ask: (cluster) =>
    configurationFaults(cluster).flatMap(({ id, kind, namespace, name, key, field, evidence }) => {
      if (key === undefined) return [];
      const keys = keysOf(cluster.tryFind(kind, namespace, name)?.json ?? {});
      // The key has been put in since; the kubelet reads it within two minutes.
      if (keys.includes(key)) return [];
      const nearest = tryNearestName(key, keys);
      const there = listedNames(keys);
      return [
        {
          object: id,
          cause: {
            en: `its Pods ask for key "${key}" of ${kind} "${name}", which has ${keys.length === 0 ? 'no such key' : `only: ${there.en}`}`,
            zh: `其 Pod 需要 ${kind} "${name}" 中的键 "${key}"，而其中${keys.length === 0 ? '没有该键' : `只有：${there.zh}`}`,
          },
          evidence,
          remedy: {
            en: `${nearest === undefined ? `Put the key "${key}" into ${kind} "${name}"` : `Write the key "${nearest}", or put "${key}" into ${kind} "${name}"`}; the kubelet goes on by itself.`,
            zh: `${nearest === undefined ? `在 ${kind} "${name}" 中加入键 "${key}"` : `把键改为 "${nearest}"，或在 ${kind} "${name}" 中加入 "${key}"`}；kubelet 会自动继续。`,
          },
          ...(field === undefined ? {} : { property: field }),
        },
      ];
    }),
};
