import type { Text } from '../../../text';
import { asObject } from '../../../validation/manifest';
import { combined, noted, NOTHING, traffic } from '../judgement';
import type { KindJudge } from '../review-context';
import type { ReviewedChange } from '../reviewed-object';
import { isSame } from '../same-value';
import { wordOf } from '../shown-value';

/** What a change of a HorizontalPodAutoscaler does. */
export const autoscaler: KindJudge = {
  changed: ({ before, after }) => {
    const [was, is] = [before, after].map(
      ({ spec }) => `${wordOf(spec['minReplicas'] ?? 1)}–${wordOf(spec['maxReplicas'])}`,
    );
    if (was === is) return NOTHING;
    return noted({
      en: `It keeps its target between ${is} Pods instead of ${was}; Pods start or end for that, none restarts.`,
      zh: `目标的 Pod 数范围由 ${was} 变为 ${is}；为此会新增或停止 Pod，但不会重启。`,
    });
  },
  added: ({ spec }) =>
    noted({
      en: `It takes over the number of Pods of ${targetOf(spec)}: ${wordOf(spec['minReplicas'] ?? 1)} to ${wordOf(spec['maxReplicas'])}.`,
      zh: `${targetOf(spec)} 的 Pod 数由它接管：${wordOf(spec['minReplicas'] ?? 1)} 至 ${wordOf(spec['maxReplicas'])}。`,
    }),
  removed: ({ spec }) =>
    noted({
      en: `${targetOf(spec)} stays at the number of Pods that it has when the autoscaler is deleted.`,
      zh: `删除自动扩缩器后，${targetOf(spec)} 保持当时的 Pod 数。`,
    }),
};

const OTHER_PODS: Text = {
  en: 'It bounds how many Pods a drained VM may end at once, and counts other Pods than before or counts them in another way; rollouts do not ask it.',
  zh: '它限制排空虚拟机时可同时停止的 Pod 数，现在计入的 Pod 或计数方式有变；滚动更新不受其约束。',
};

/** What a change of a PodDisruptionBudget does. */
export const disruptionBudget: KindJudge = {
  changed: ({ before, after }) => {
    if (isSame(before.spec, after.spec)) return NOTHING;
    const [was, is] = [before, after].map(({ spec }) => budgetOf(spec));
    if (was === is) return noted(OTHER_PODS);
    return noted({
      en: `It bounds how many Pods a drained VM may end at once (was ${was}, is ${is}); rollouts do not ask it.`,
      zh: `它限制排空虚拟机时可同时停止的 Pod 数（由 ${was} 变为 ${is}）；滚动更新不受其约束。`,
    });
  },
};

/** What a change of a Namespace does. */
export const namespace: KindJudge = {
  changed: ({ before, after }, context) => {
    const changed = changedLabels(before.json['metadata'], after.json['metadata']);
    if (changed.length === 0) return NOTHING;
    const security = changed.filter((key) => key.startsWith('pod-security.kubernetes.io/'));
    const selected = changed.filter((key) => context.before.policiesAskFor(key) || context.after.policiesAskFor(key));
    return combined(
      security.length === 0
        ? NOTHING
        : noted({
            en: 'The new level of Pod security counts for Pods that are made from now on; those that run stay.',
            zh: '新的 Pod 安全级别只对此后创建的 Pod 生效；运行中的 Pod 不受影响。',
          }),
      selected.length === 0
        ? NOTHING
        : traffic({
            en: `NetworkPolicies select namespaces by ${selected.join(', ')}: who may reach whom changes.`,
            zh: `NetworkPolicy 按 ${selected.join('、')} 选择命名空间：网络可达关系随之变化。`,
          }),
    );
  },
  removed: () => ({
    effects: ['data-lost', 'traffic'],
    notes: [
      {
        en: 'Everything in the namespace is deleted with it, its claims and what is in them too.',
        zh: '删除命名空间会一并删除其中的一切，包括 PVC 及其数据。',
      },
    ],
  }),
};

/** What a change of an account of Pods does. */
export const serviceAccount: KindJudge = {
  removed: ({ namespace: place, name, kind }, context) =>
    context.after.readersOf(kind, place, name).length === 0
      ? NOTHING
      : noted({
          en: 'Workloads still run as it: once it is deleted, none of their Pods can be made.',
          zh: '仍有工作负载使用它：删除之后无法再创建它们的 Pod。',
        }),
};

function targetOf(spec: ReviewedChange['before']['spec']): string {
  const { kind, name } = asObject(spec['scaleTargetRef']);
  return `${wordOf(kind)} ${wordOf(name)}`;
}

function budgetOf(spec: ReviewedChange['before']['spec']): string {
  const { minAvailable, maxUnavailable } = spec;
  if (minAvailable !== undefined) return `minAvailable ${wordOf(minAvailable)}`;
  return maxUnavailable === undefined ? 'minAvailable 1' : `maxUnavailable ${wordOf(maxUnavailable)}`;
}

function changedLabels(before: ReviewedChange['before']['json'][string], after: typeof before): readonly string[] {
  const [was, is] = [asObject(asObject(before)['labels']), asObject(asObject(after)['labels'])];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((key) => !isSame(was[key], is[key])).sort();
}
