import { addToList } from '../../../validation/add-to-list';
import { asList, asObject } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { nameOf } from '../reading/named';
import { hasEnded, nodeOf } from '../reading/pod-state';
import { listedTexts, otherNodes, waitingPods } from './pending-texts';
import { unscheduledBy } from './unscheduled-pods';

/** How many Pods that have a port are looked at. */
const MOST_HOLDERS = 100;

/** A port of a node can be had once. */
export const hostPortTaken: Question = {
  id: 'host-port-taken',
  severity: 'error',
  summary: {
    en: 'Do Pods ask for a port of the node that is taken?',
    zh: '是否有 Pod 要求的 hostPort 已被占用？',
  },
  ask: (cluster) => {
    const byPort = podsByPort(cluster);
    return unscheduledBy(cluster, 'host-port').map((waiting) => {
      const { id, podSpec, podPath, evidence } = waiting;
      const wanted = new Set(hostPortsOf(podSpec));
      const holders = [...new Set([...wanted].flatMap((port) => byPort.get(port) ?? []))];
      const { en, zh } = listedTexts(
        holders
          .slice(0, MOST_HOLDERS)
          .map((pod) => `${nameOf(pod)} on ${nodeOf(pod)}`)
          .sort(),
      );
      const pods = waitingPods(waiting);
      const others = otherNodes(waiting, (text) => text.includes('free ports'));
      const ports = [...wanted].sort().join(', ');
      return {
        object: id,
        cause: {
          en: `${pods.en}: it asks for host port ${ports}, which is taken on the nodes${en === '' ? '' : ` by ${en}`}${others.en}`,
          zh: `${pods.zh}：要求的 hostPort ${ports} 在节点上已被占用${zh === '' ? '' : `（${zh}）`}${others.zh}`,
        },
        evidence,
        remedy: {
          en: 'Leave hostPort out and reach the Pods through a Service; or set maxSurge to 0, and replicas to the number of nodes at most.',
          zh: '去掉 hostPort，通过 Service 访问；或把 maxSurge 设为 0，且 replicas 不超过节点数。',
        },
        property: `${podPath}.containers[].ports[].hostPort`,
      };
    });
  },
};

function podsByPort(cluster: Cluster): ReadonlyMap<string, readonly Manifest[]> {
  const byPort = new Map<string, Manifest[]>();
  for (const pod of cluster.ofKind('Pod')) {
    if (nodeOf(pod) === '' || hasEnded(pod)) continue;
    for (const port of hostPortsOf(asObject(pod.json['spec']))) {
      addToList(byPort, port, pod);
    }
  }
  return byPort;
}

function hostPortsOf(podSpec: JsonObject): readonly string[] {
  return asList(podSpec['containers'])
    .flatMap((container) => asList(asObject(container)['ports']))
    .map(asObject)
    .flatMap(({ hostPort, containerPort, protocol }) => {
      const port = hostPort ?? (podSpec['hostNetwork'] === true ? containerPort : undefined);
      return typeof port === 'number' && port > 0 ? [`${port}/${typeof protocol === 'string' ? protocol : 'TCP'}`] : [];
    });
}
