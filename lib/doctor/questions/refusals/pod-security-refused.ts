import { asObject, asText, objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { refusedGroups, subjectOf } from '../reading/refused-groups';

const VIOLATION = /violates PodSecurity "([^"]*)": (.*)$/s;
const ENFORCE = 'pod-security.kubernetes.io/enforce';

/** A namespace can demand a level of Pod Security; a workload that violates it is accepted, and its Pods are refused. */
export const podSecurityRefused: Question = {
  id: 'pod-security-refused',
  severity: 'error',
  summary: { en: 'Does Pod Security refuse Pods?', zh: '是否有 Pod 被 Pod Security 拒绝？' },
  ask: (cluster) =>
    refusedGroups(cluster, 'pod-security-refused', ({ message }) => VIOLATION.exec(message)?.[2] ?? '').map((group) => {
      const { namespace, refusals, refused, evidence, explains } = group;
      const [, level = '', fields = ''] = VIOLATION.exec(refusals[0].message) ?? [];
      const found = cluster.tryFind('Namespace', '', namespace);
      const label = asText(asObject(asObject(found?.json['metadata'])['labels'])[ENFORCE]);
      return {
        object: subjectOf(group, `Namespace//${namespace}`),
        cause: {
          en: `Pod Security "${level}" refuses ${refused.en}: ${fields}`,
          zh: `Pod Security "${level}" 拒绝 ${refused.zh}：${fields}`,
        },
        evidence: [...evidence, ...(label === '' ? [] : [`label of Namespace/${namespace}: ${ENFORCE}=${label}`])],
        remedy: {
          en: `Set in the Pod's and the containers' securityContext what the message names; the level comes from the label ${ENFORCE} of the namespace.`,
          zh: `按提示设置 Pod 和容器的 securityContext；该级别来自命名空间标签 ${ENFORCE}。`,
        },
        at: objectId(refusals[0].workload),
        property: /hostNetwork|hostPID|hostIPC/.exec(fields)?.[0] ?? 'securityContext',
        explains,
      };
    }),
};
