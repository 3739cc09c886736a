import { tryNearestName } from '../../../validation/names/nearest-name';
import type { Question } from '../../judge/finding';
import { connectionFaults } from '../reading/connection-faults';
import { nameOf, namespaceOf, shortId } from '../reading/named';
import { clientTrouble } from './client-trouble';

/** An address that a workload is given names no Service, or a port that the Service does not have. */
export const addressWithoutService: Question = {
  id: 'address-without-service',
  severity: 'error',
  summary: {
    en: 'Is a workload given the address of a Service, or of a port, that is not there?',
    zh: '是否有工作负载被指定了不存在的 Service 或端口？',
  },
  needs: ['services'],
  ask: (cluster, expected) =>
    connectionFaults(cluster)(expected).flatMap((fault) => {
      if (fault.kind === 'policy') return [];
      const { client, id, kind, address, host, field, message } = fault;
      const { isClient, evidence } = clientTrouble(cluster, id, [host]);
      const namespace = namespaceOf(client);
      const names = cluster
        .ofKind('Service')
        .filter((service) => namespaceOf(service) === namespace)
        .map(nameOf);
      const nearest = kind === 'no-service' ? tryNearestName(host, names.slice(0, 500)) : undefined;
      const [en, zh] = nearest === undefined ? ['', ''] : [`; did you mean ${nearest}?`, `；是否应为 ${nearest}？`];
      const has = /; (Service .{1,200})$/.exec(message)?.[1] ?? '';
      const fieldOf = field.slice(field.lastIndexOf('.') + 1);
      return [
        {
          object: id,
          cause:
            kind === 'no-service'
              ? {
                  en: `${shortId(client)} is given ${address} (${fieldOf}), and there is no Service ${host} in ${namespace}${en}`,
                  zh: `${shortId(client)} 被指定访问 ${address}（${fieldOf}），但 ${namespace} 中没有 Service ${host}${zh}`,
                }
              : {
                  en: `${shortId(client)} is given ${address} (${fieldOf}); ${has}`,
                  zh: `${shortId(client)} 被指定访问 ${address}（${fieldOf}），而 ${has}`,
                },
          evidence: [...evidence, `${field}: ${message}`],
          remedy: {
            en: 'Correct the address, or publish the Service.',
            zh: '更正该地址，或发布该 Service。',
          },
          property: field,
          severity: isClient ? ('error' as const) : ('warning' as const),
          explains: isClient ? [id] : [],
        },
      ];
    }),
};
