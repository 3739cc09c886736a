import { addToList } from '../../../validation/add-to-list';
import { asList, asObject, asText, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { shortId } from '../reading/named';
import { conditionOf, createdMillis, nodeOf } from '../reading/pod-state';
import { unstartedPods } from './unstarted-pods';
import type { UnstartedPods } from './unstarted-pods';

/** How long setting a Pod up may take before it is worth a word. */
const PATIENCE_MILLIS = 120_000;

/** A Pod has a node, and nothing happens there that anybody tells of. */
export const creatingForLong: Question = {
  id: 'creating-for-long',
  severity: 'error',
  summary: {
    en: 'Does a node not get on with its Pods, without a word why?',
    zh: '节点是否长时间没有启动 Pod，且没有说明原因？',
  },
  ask: (cluster) => {
    const late = unstartedPods(cluster).filter((one) => ageMillis(cluster, one) >= PATIENCE_MILLIS);
    // A Warning tells why: it is what other questions are about.
    const silent = late.filter(({ events }) => !events.some(({ type }) => type === 'Warning'));
    const byNode = new Map<string, UnstartedPods[]>();
    for (const one of silent) {
      addToList(byNode, nodeOf(one.pod), one);
    }
    const hasKubelets = cluster.ofKind('Pod').some(hasReported);
    return [...byNode].flatMap(([name, stuck]) => {
      const [first] = stuck;
      if (first === undefined) return [];
      const node = cluster.tryFind('Node', '', name);
      const isOnlyOne = stuck.length === 1 || node === undefined;
      const object = isOnlyOne ? first.id : objectId(node);
      const seconds = Math.round(ageMillis(cluster, first) / 1000);
      return [
        {
          object,
          cause: {
            en: `Pods of ${stuck.length} ${stuck.length === 1 ? 'workload' : 'workloads'} have been on node ${name} without a container for up to ${seconds} s, and its kubelet does not say why`,
            zh: `${stuck.length} 个工作负载的 Pod 已分配到节点 ${name} ${seconds} 秒，容器仍未创建，kubelet 没有说明原因`,
          },
          evidence: stuck.slice(0, 3).map(({ pod }) => stateText(pod)),
          remedy: {
            en: `Ask the operators of the container cloud for the kubelet of ${name}; large images take minutes to pull.`,
            zh: `请容器云管理员检查 ${name} 上的 kubelet；较大的镜像拉取需要几分钟。`,
          },
          explains: stuck.map(({ id }) => id).filter((id) => id !== object),
          // Where no kubelet has ever reported anything, it is the cluster that has none.
          ...(hasKubelets ? {} : { severity: 'warning' as const }),
        },
      ];
    });
  },
};

function ageMillis(cluster: Cluster, { pod }: UnstartedPods): number {
  const scheduled = Date.parse(asText(conditionOf(pod, 'PodScheduled')['lastTransitionTime']));
  return cluster.reading.readAtMillis - (Number.isNaN(scheduled) ? createdMillis(pod) : scheduled);
}

function hasReported(pod: Manifest): boolean {
  return asList(asObject(pod.json['status'])['containerStatuses']).length > 0;
}

function stateText(pod: Manifest): string {
  const [status] = asList(asObject(pod.json['status'])['containerStatuses']).map(asObject);
  const reason = asText(asObject(asObject(status?.['state'])['waiting'])['reason']);
  return `${shortId(pod)} on ${nodeOf(pod)}: ${reason === '' ? 'no container status' : reason}, no Warning event`;
}
