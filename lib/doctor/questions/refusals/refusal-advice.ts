import type { Text } from '../../../text';

/** What to do about a refusal. */
export interface RefusalAdvice {
  readonly remedy: Text;
  /** @default none: no field of ours is at fault */
  readonly property?: string;
}

/** What is known of messages that have no question of their own. */
const ADVICE: readonly (readonly [sign: RegExp, advice: RefusalAdvice])[] = [
  [
    /no PriorityClass with name/,
    {
      remedy: {
        en: 'Remove priorityClassName, or name a PriorityClass that `kubectl get priorityclasses` lists; only those who run the cluster can make one.',
        zh: '删除 priorityClassName，或改成 `kubectl get priorityclasses` 里已有的；PriorityClass 只能由集群管理员创建。',
      },
      property: 'spec.template.spec.priorityClassName',
    },
  ],
  [
    /RuntimeClass "[^"]*" not found/,
    {
      remedy: {
        en: 'Remove runtimeClassName, or name a RuntimeClass that the cluster has.',
        zh: '删除 runtimeClassName，或改成集群已有的 RuntimeClass。',
      },
      property: 'spec.template.spec.runtimeClassName',
    },
  ],
  [
    /must be no more than 63 characters/,
    {
      remedy: {
        en: 'Give the workload a shorter name: the names of Pods and revisions, with up to 11 characters more, become labels of at most 63.',
        zh: '缩短工作负载名称：Pod 和 revision 的名称会再加最多 11 个字符，并作为最长 63 个字符的标签。',
      },
      property: 'metadata.name',
    },
  ],
  [
    /is being terminated/,
    {
      remedy: {
        en: 'Somebody has deleted the namespace: wait until it is gone, have it made anew and publish again.',
        zh: '命名空间正在被删除：等它消失后重新创建，再重新发布。',
      },
    },
  ],
  [
    /status unknown for quota/,
    {
      remedy: {
        en: 'Wait a moment: the quota has not been counted yet. Where it stays so, kube-controller-manager does not run.',
        zh: '稍候：配额尚未统计完。若一直如此，说明 kube-controller-manager 没有运行。',
      },
    },
  ],
  [
    / already exists$/,
    {
      remedy: {
        en: 'Delete the object of that name, which belongs to nobody or to another controller, or rename the workload.',
        zh: '删除这个同名对象（它不属于任何控制器，或属于另一个控制器），或给工作负载改名。',
      },
      property: 'metadata.name',
    },
  ],
  [
    /cannot (?:create|get|list) resource|is not allowed|cannot set/,
    {
      remedy: {
        en: 'Ask those who run the cluster for the permission that the message names.',
        zh: '请集群管理员授予消息中提到的权限。',
      },
    },
  ],
  [
    /node label selector conflicts/,
    {
      remedy: {
        en: "Remove the nodeSelector that contradicts the namespace's, which its annotation scheduler.alpha.kubernetes.io/node-selector holds.",
        zh: '删除与命名空间注解 scheduler.alpha.kubernetes.io/node-selector 冲突的 nodeSelector。',
      },
      property: 'spec.template.spec.nodeSelector',
    },
  ],
];

const OTHERWISE: RefusalAdvice = {
  remedy: {
    en: 'Change the field that the message names; `kubectl describe` of the controller shows every attempt.',
    zh: '修改消息中提到的字段；对控制器执行 `kubectl describe` 可看到每次尝试。',
  },
};

/** Returns what to do about a refusal, by its words. */
export function refusalAdvice(message: string): RefusalAdvice {
  const advice = ADVICE.find(([sign]) => sign.test(message))?.[1] ?? OTHERWISE;
  const field = /\bspec\.[\w.[\]]+(?=: (?:Invalid|Required|Forbidden|Unsupported|Duplicate))/.exec(message)?.[0];
  return advice.property === undefined && field !== undefined
    ? { ...advice, property: `spec.template.${field}` }
    : advice;
}
