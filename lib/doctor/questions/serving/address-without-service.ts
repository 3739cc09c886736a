import { addToList } from '../../../validation/add-to-list';
import { tryNearestName } from '../../../validation/names/nearest-name';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { connectionFaults } from '../reading/connection-faults';
import type { ConnectionFault } from '../reading/connection-faults';
import { listedNames } from '../reading/listed-names';
import { nameOf, namespaceOf, shortId } from '../reading/named';
import { clientTrouble } from './client-trouble';

/** Names to look for a similar one among; more are read by nobody. */
const COMPARED_NAMES = 500;

/**
 * An address that a workload is given names no Service, or a port that the Service does not have.
 *
 * It is an error also while all Pods are ready: a client says so only when it next needs the server. A Service that
 * several ask for is one finding, about the Service.
 */
export const addressWithoutService: Question = {
  id: 'address-without-service',
  severity: 'error',
  summary: {
    en: 'Is a workload given the address of a Service, or of a port, that is not there?',
    zh: '是否有工作负载被指定了不存在的 Service 或端口？',
  },
  needs: ['services'],
  ask: (cluster, expected) => {
    const byService = new Map<string, ConnectionFault[]>();
    for (const fault of connectionFaults(cluster)(expected)) {
      if (fault.kind === 'policy') continue;
      const key =
        fault.kind === 'no-service' ? `${namespaceOf(fault.client)}/${fault.host}` : `${fault.id} ${fault.field}`;
      addToList(byService, key, fault);
    }
    return [...byService.values()].flatMap((faults) => {
      const clients = [...new Set(faults.map(({ id }) => id))];
      const [first] = faults;
      if (first === undefined) return [];
      return clients.length > 1 ? [missingService(cluster, faults, first, clients)] : [misled(cluster, first)];
    });
  },
};

function missingService(
  cluster: Cluster,
  faults: readonly ConnectionFault[],
  { host, client }: ConnectionFault,
  clients: readonly string[],
): Symptom {
  const namespace = namespaceOf(client);
  const names = listedNames(clients.map((id) => id.slice(id.lastIndexOf('/') + 1)));
  return {
    object: `Service/${namespace}/${host}`,
    cause: {
      en: `${clients.length} workloads are given the address of Service ${host}, and there is none in ${namespace}: ${names.en}`,
      zh: `${clients.length} 个工作负载被指定访问 Service ${host}，但 ${namespace} 中没有该 Service：${names.zh}`,
    },
    evidence: faults.slice(0, 3).map(({ id, field, message }) => `${id} ${field}: ${message}`),
    remedy: {
      en: 'Publish the Service again, or correct the addresses.',
      zh: '重新发布该 Service，或更正这些地址。',
    },
    explains: clients.filter((id) => clientTrouble(cluster, id, [host]).isClient),
  };
}

function misled(cluster: Cluster, fault: ConnectionFault): Symptom {
  const { client, id, kind, address, host, field, message } = fault;
  const { isClient, severity, evidence } = clientTrouble(cluster, id, [host]);
  const namespace = namespaceOf(client);
  const [en, zh] = kind === 'no-service' ? didYouMean(cluster, namespace, host) : ['', ''];
  const has = /; (Service .{1,200})$/.exec(message)?.[1] ?? '';
  const name = field.slice(field.lastIndexOf('.') + 1);
  return {
    object: id,
    cause:
      kind === 'no-service'
        ? {
            en: `${shortId(client)} is given ${address} (${name}), and there is no Service ${host} in ${namespace}${en}`,
            zh: `${shortId(client)} 被指定访问 ${address}（${name}），但 ${namespace} 中没有 Service ${host}${zh}`,
          }
        : {
            en: `${shortId(client)} is given ${address} (${name}); ${has}`,
            zh: `${shortId(client)} 被指定访问 ${address}（${name}），而 ${has}`,
          },
    evidence: [...evidence, `${field}: ${message}`],
    remedy: { en: 'Correct the address, or publish the Service.', zh: '更正该地址，或发布该 Service。' },
    property: field,
    severity,
    explains: isClient ? [id] : [],
  };
}

function didYouMean(cluster: Cluster, namespace: string, host: string): readonly [en: string, zh: string] {
  const services = cluster.ofKind('Service').filter((service) => namespaceOf(service) === namespace);
  const nearest = tryNearestName(host, services.slice(0, COMPARED_NAMES).map(nameOf));
  return nearest === undefined ? ['', ''] : [`; did you mean ${nearest}?`, `；是否应为 ${nearest}？`];
}
