import { asList, asObject, asText, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { shortId } from '../reading/named';
import { workloadPods } from '../reading/workload-pods';
import { isToRun } from './waiting-containers';

/** How long an init container may take before it is worth a word. */
const PATIENCE_MILLIS = 120_000;
const SHOWN_LINES = 3;

/** The containers start only when every init container has ended, and one of them goes on and on. */
export const initContainerBlocks: Question = {
  id: 'init-container-blocks',
  severity: 'error',
  summary: {
    en: 'Does an init container not come to an end?',
    zh: '是否有 init 容器一直不结束？',
  },
  ask: (cluster) =>
    workloadPods(cluster, (pod) => isToRun(pod) && tryRunningInit(cluster, pod) !== undefined).flatMap(
      ({ workload, pods: [pod] }) => {
        const running = tryRunningInit(cluster, pod);
        if (running === undefined) return [];
        const { name, seconds, startedAt } = running;
        const lines = (cluster.tryLog(pod, name) ?? '').trimEnd().split('\n').slice(-SHOWN_LINES);
        const podPath = tryWorkload(workload)?.podPath ?? 'spec';
        return [
          {
            object: objectId(workload),
            cause: {
              en: `init container ${name} has run for ${seconds} s without an end, and the containers start only after it`,
              zh: `init 容器 ${name} 已运行 ${seconds} 秒仍未结束，其后的容器无法启动`,
            },
            evidence: [
              `init container ${name} of ${shortId(pod)} runs since ${startedAt}`,
              ...lines.filter((line) => line !== '').map((line) => `log: ${line}`),
            ],
            remedy: {
              en: `Look at its log (kubectl logs -c ${name}): it usually waits for another workload or an address; bring that up, or correct what it waits for.`,
              zh: `查看其日志（kubectl logs -c ${name}）：通常在等待其他工作负载或地址；先恢复对方，或更正等待的对象。`,
            },
            property: `${podPath}.initContainers[${name}]`,
          },
        ];
      },
    ),
};

function tryRunningInit(cluster: Cluster, pod: Manifest) {
  for (const item of asList(asObject(pod.json['status'])['initContainerStatuses'])) {
    const { name, state } = asObject(item);
    const startedAt = asText(asObject(asObject(state)['running'])['startedAt']);
    const millis = cluster.reading.readAtMillis - Date.parse(startedAt);
    if (millis >= PATIENCE_MILLIS) return { name: asText(name), seconds: Math.round(millis / 1000), startedAt };
  }
  return undefined;
}
