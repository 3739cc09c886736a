import { asObject, objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { createdMillis, isTerminating } from '../reading/pod-state';
import { nameOf, shortId } from '../reading/named';
import { endpointsOf, selectedPodsOf, selectorOf } from '../reading/service-endpoints';

/** How long the Pods of a Service may take to be ready after it was made. */
const PATIENCE_MILLIS = 60_000;

/**
 * A Service whose Pods are not ready refuses everybody.
 *
 * A consequence: whatever is wrong with its workload explains it.
 */
export const serviceWithoutReadyPods: Question = {
  id: 'service-without-ready-pods',
  severity: 'error',
  summary: { en: 'Has a Service no Pod that is ready?', zh: '是否有 Service 没有就绪的 Pod？' },
  needs: ['services'],
  ask: (cluster) =>
    cluster.ofKind('Service').flatMap((service) => {
      const { type } = asObject(service.json['spec']);
      if (type === 'ExternalName' || Object.keys(selectorOf(service)).length === 0 || isTerminating(service)) return [];
      if (cluster.reading.readAtMillis - createdMillis(service) < PATIENCE_MILLIS) return [];
      const { ready, notReady, isTold } = endpointsOf(cluster, service);
      if (ready > 0 || (!isTold && cluster.reading.unread.has('pods'))) return [];
      const pods = selectedPodsOf(cluster, service).length;
      return [
        {
          object: objectId(service),
          cause: {
            en: `${shortId(service)} has no endpoint: it selects ${pods} ${pods === 1 ? 'Pod' : 'Pods'}, of which 0 are ready`,
            zh: `${shortId(service)} 没有可用的 endpoint：选中 ${pods} 个 Pod，就绪 0 个`,
          },
          evidence: [`endpoints of ${shortId(service)}: 0 ready, ${notReady} not ready`],
          remedy: {
            en: `Look why the Pods behind ${nameOf(service)} are not ready.`,
            zh: `查明 ${nameOf(service)} 后端 Pod 未就绪的原因。`,
          },
          property: 'spec.selector',
        },
      ];
    }),
};
