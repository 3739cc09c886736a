import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { connectionFaults } from '../reading/connection-faults';
import type { ConnectionFault } from '../reading/connection-faults';
import { shortId } from '../reading/named';
import { clientTrouble } from './client-trouble';

/** What a NetworkPolicy does not allow times out without a word in any event. */
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
    for (const fault of faults) byClient.set(fault.id, [...(byClient.get(fault.id) ?? []), fault]);
    return [...byClient.values()].flatMap((own) => {
      // Without DNS nothing else is reached by its name either.
      const fault = own.find(({ target = '' }) => target.startsWith('DNS')) ?? own[0];
      return fault === undefined ? [] : [symptomOf(cluster, fault, own)];
    });
  },
};

function symptomOf(cluster: Cluster, fault: ConnectionFault, faults: readonly ConnectionFault[]): Symptom {
  const { client, id, address, target = '', gate = '', field, remedy } = fault;
  const { isClient, evidence } = clientTrouble(
    cluster,
    id,
    faults.map(({ host }) => host),
  );
  const more = faults.length - 1;
  const [en, zh] = more > 0 ? [`; ${more} more like it`, `；另有 ${more} 处`] : ['', ''];
  return {
    object: id,
    cause: {
      en: `${shortId(client)} is given ${address} (${target}), and the ${gate} does not allow it${en}`,
      zh: `${shortId(client)} 需要访问 ${address}（${target}），但 ${gate} 没有放行${zh}`,
    },
    evidence: [...evidence, ...faults.slice(0, 3).map(({ field: place, message }) => `${place}: ${message}`)],
    remedy: { en: remedy, zh: `在 ${gate} 中放行 ${target}。` },
    property: field,
    severity: isClient ? 'error' : 'warning',
    explains: isClient ? [id] : [],
  };
}
