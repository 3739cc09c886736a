import { asObject, objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { shortId } from '../reading/named';
import { writtenScalar } from '../reading/written-scalar';
import { isTerminating } from '../reading/pod-state';

/** A DaemonSet makes Pods only for nodes that its selectors and tolerations fit, and says nothing if none does. */
export const daemonSetWithoutNode: Question = {
  id: 'daemon-set-without-node',
  severity: 'error',
  summary: { en: 'Does a DaemonSet find no node?', zh: '是否有 DaemonSet 找不到可用节点？' },
  ask: (cluster) =>
    cluster.ofKind('DaemonSet').flatMap((daemonSet) => {
      const [spec, status] = [asObject(daemonSet.json['spec']), asObject(daemonSet.json['status'])];
      if (status['desiredNumberScheduled'] !== 0 || status['observedGeneration'] === undefined) return [];
      if (isTerminating(daemonSet)) return [];
      const podSpec = asObject(asObject(spec['template'])['spec']);
      const selector = Object.entries(asObject(podSpec['nodeSelector'])).map(
        ([label, value]) => `${label}=${writtenScalar(value)}`,
      );
      const asks = selector.length === 0 ? '' : ` (nodeSelector ${selector.join(', ')})`;
      return [
        {
          object: objectId(daemonSet),
          cause: {
            en: `${shortId(daemonSet)} fits none of the nodes${asks}, so that it wants 0 Pods`,
            zh: `没有节点符合 ${shortId(daemonSet)} 的要求${asks}，期望的 Pod 数为 0`,
          },
          evidence: [`${shortId(daemonSet)}: status.desiredNumberScheduled 0`],
          remedy: {
            en: 'Correct nodeSelector, affinity or tolerations of its template, or have the nodes labelled.',
            zh: '改正模板里的 nodeSelector、affinity 或 tolerations，或请平台给节点打标签。',
          },
          property: 'spec.template.spec.nodeSelector',
          explains: [objectId(daemonSet)],
        },
      ];
    }),
};
