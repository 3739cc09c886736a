import { addToList } from '../../../validation/add-to-list';
import { objectId } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import type { Text } from '../../../text';
import type { Question } from '../../judge/finding';
import { eventEvidence, eventMessage } from '../reading/evidence';
import { nodeOf } from '../reading/pod-state';
import { tryEvent, unstartedPods } from './unstarted-pods';
import type { UnstartedPods } from './unstarted-pods';

const REASONS = ['FailedCreatePodSandBox', 'NetworkNotReady', 'FailedPodSandBoxStatus'];

/** What is said of a sandbox, and what it means. */
const MEANINGS: readonly (readonly [RegExp, Text])[] = [
  [
    /no IP addresses available|no available IP|IP pool|address(?:es)? exhausted|failed to allocate for range/i,
    { en: 'no address is left for Pods on it', zh: '已没有可分配给 Pod 的 IP 地址' },
  ],
  [
    /pull(?:ing)? image|failed to get sandbox image|ImagePull/i,
    { en: 'the pause image of the runtime cannot be pulled', zh: '运行时的 pause 镜像无法拉取' },
  ],
  [
    /no runtime for|RuntimeHandler/,
    { en: 'it has no runtime of the RuntimeClass', zh: '没有 RuntimeClass 对应的运行时' },
  ],
  [/network|cni|plugin type=/i, { en: 'its network plugin does not work', zh: '网络插件不工作' }],
];
const UNKNOWN: Text = { en: 'its runtime does not set Pods up', zh: '运行时无法建立 Pod' };

/** Before any container a node sets up the Pod's network; where that fails, it fails for every Pod. */
export const sandboxNotCreated: Question = {
  id: 'sandbox-not-created',
  severity: 'error',
  summary: {
    en: 'Does a node fail to set Pods up?',
    zh: '节点是否无法建立 Pod 的运行环境？',
  },
  ask: (cluster) => {
    const byNode = new Map<string, { unstarted: UnstartedPods; event: JsonObject }[]>();
    for (const unstarted of unstartedPods(cluster)) {
      const event = tryEvent(unstarted, REASONS);
      if (event === undefined) continue;
      const name = nodeOf(unstarted.pod);
      addToList(byNode, name, { unstarted, event });
    }
    return [...byNode].flatMap(([name, failed]) => {
      const [first] = failed;
      if (first === undefined) return [];
      const workloads = failed.map(({ unstarted }) => unstarted.id);
      const node = cluster.tryFind('Node', '', name);
      // Of one workload alone it may be its own: its runtime class, its security settings.
      const object = node === undefined || workloads.length === 1 ? first.unstarted.id : objectId(node);
      const said = eventMessage(first.event);
      const [, mean] = MEANINGS.find(([sign]) => sign.test(said)) ?? [undefined, UNKNOWN];
      return [
        {
          object,
          cause: {
            en: `node ${name} cannot set up the Pods of ${workloads.length} ${workloads.length === 1 ? 'workload' : 'workloads'}: ${mean.en}`,
            zh: `节点 ${name} 无法建立 ${workloads.length} 个工作负载的 Pod：${mean.zh}`,
          },
          evidence: [eventEvidence(first.unstarted.pod, first.event)],
          remedy: {
            en: `Hand the message to the operators of the container cloud: network plugin, address pool or runtime of ${name}.`,
            zh: `将该消息转给容器云管理员：检查 ${name} 的网络插件、地址池或运行时。`,
          },
          explains: workloads.filter((id) => id !== object),
        },
      ];
    });
  },
};
