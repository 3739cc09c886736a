import { objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { listed } from '../../../validation/references/named-objects';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { nameOf } from '../reading/named';
import { endpointsOf } from '../reading/service-endpoints';
import { shownLine } from './log-lines';
import { serversDown } from './servers-down';

/**
 * A program that waits for another one is well by itself; the other one is to be looked after.
 *
 * A consequence: whatever is wrong with the Pods of the Service explains it, and with it all of its clients.
 */
export const serverNotServing: Question = {
  id: 'server-not-serving',
  severity: 'error',
  summary: {
    en: 'Does a program wait for another one of the namespace that does not serve?',
    zh: '是否有程序在等待本命名空间中未提供服务的另一个程序？',
  },
  ask: (cluster) =>
    [...serversDown(cluster)].map(([service, clients]) => {
      const names = listed([...new Set(clients.map(({ one }) => nameOf(one.workload)))]);
      const { notReady } = endpointsOf(cluster, service);
      const name = nameOf(service);
      return {
        object: objectId(service),
        cause: {
          en: `${names} cannot reach ${name}: the Service has 0 Pods that are ready and ${notReady} that are not`,
          zh: `${names} 无法访问 ${name}：该 Service 有 0 个就绪的 Pod、${notReady} 个未就绪`,
        },
        evidence: evidenceOf(cluster, service, clients),
        remedy: {
          en: `Bring the Pods of ${name} up; ${names} starts by itself then.`,
          zh: `先恢复 ${name} 的 Pod，${names} 会自行恢复。`,
        },
        explains: [...new Set(clients.map(({ one }) => one.id))],
      };
    }),
};

function evidenceOf(
  cluster: Cluster,
  service: Manifest,
  clients: NonNullable<ReturnType<ReturnType<typeof serversDown>['get']>>,
): readonly string[] {
  const { ready, notReady } = endpointsOf(cluster, service);
  return [
    ...clients.slice(0, 3).map(({ line }) => `log: ${shownLine(line)}`),
    `endpoints of Service/${nameOf(service)}: ${ready} ready, ${notReady} not ready`,
    ...clients.slice(0, 3).map(({ one }) => one.statusText),
  ];
}
