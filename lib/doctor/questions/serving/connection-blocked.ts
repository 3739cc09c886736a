import { addToList } from '../../../validation/add-to-list';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { connectionFaults } from '../reading/connection-faults';
import type { ConnectionFault } from '../reading/connection-faults';
import { namespaceOf, shortId } from '../reading/named';
import { clientTrouble } from './client-trouble';

/**
 * What a NetworkPolicy does not allow times out without a word in any event. It is an error also while all Pods are
 * ready: a client says so only when it next needs the server.
 */
export const connectionBlocked: Question = {
  id: 'connection-blocked',
  severity: 'error',
  summary: {
    en: 'Does a NetworkPolicy stand between a workload and an address that it is given?',
    zh: '是否有 NetworkPolicy 阻断了工作负载所需的连接？',
  },
  ask: (cluster, expected) => {
    const faults = connectionFaults(cluster)(expected).filter(({ kind }) => kind === 'policy');
    const byClient = new Map<string, ConnectionFault[]>();
    for (const fault of faults) addToList(byClient, fault.id, fault);
    return [...byClient.values()].flatMap((own) => {
      // Without DNS nothing else is reached by its name either.
      const fault = own.find(({ target = '' }) => target.startsWith('DNS')) ?? own[0];
      return fault === undefined ? [] : [symptomOf(cluster, fault, own)];
    });
  },
};

function symptomOf(cluster: Cluster, fault: ConnectionFault, faults: readonly ConnectionFault[]): Symptom {
  const { client, id, address, target = '', gate = '', field, remedy } = fault;
  const hosts = faults.map(({ host }) => host);
  const { isClient, severity, evidence } = clientTrouble(cluster, id, hosts);
  const [en, zh] =
    faults.length > 1 ? [`; ${faults.length - 1} more like it`, `；另有 ${faults.length - 1} 处`] : ['', ''];
  const chinese = { target: reversed(target), gate: reversed(gate) };
  const policy = /^(\w+) of NetworkPolicy ([\w.-]+)$/.exec(gate);
  return {
    object: id,
    cause: {
      en: `${shortId(client)} is given ${address} (${target}), and the ${gate} does not allow it${en}`,
      zh: `${shortId(client)} 需要访问 ${address}（${chinese.target}），但 ${chinese.gate} 没有放行${zh}`,
    },
    evidence: [...evidence, ...faults.slice(0, 3).map(({ field: place, message }) => `${place}: ${message}`)],
    remedy: { en: remedy, zh: `在 ${chinese.gate} 中放行 ${chinese.target}。` },
    // Of several policies one that allows it is enough: whichever.
    ...(policy === null
      ? { property: field }
      : { property: `spec.${policy[1]}`, at: `NetworkPolicy/${namespaceOf(client)}/${policy[2]}` }),
    severity,
    explains: isClient ? [id] : [],
  };
}

/** Says `TCP 6379 of Deployment web` the other way round, as Chinese does. */
function reversed(text: string): string {
  return text.replace(/^(.{1,60}?) of (.{1,300})$/, '$2 的 $1');
}
