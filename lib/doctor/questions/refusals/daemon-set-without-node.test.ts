import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aController } from '../../testing/cluster-workloads';
import { daemonSetWithoutNode } from './daemon-set-without-node';

const ask = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  daemonSetWithoutNode.ask(aCluster(objects), published.length === 0 ? NOTHING_EXPECTED : anExpectation(published));

const causes = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  ask(objects, published).map(({ cause }) => cause.en);

test('a DaemonSet that fits no node is told with its selector', () => {
  const daemonSet = aController('apps/v1', 'DaemonSet', {
    podSpec: { nodeSelector: { role: 'agent' } },
    status: { desiredNumberScheduled: 0, observedGeneration: 1 },
  });

  expect(causes([daemonSet])).toEqual([
    'DaemonSet/web fits none of the nodes (nodeSelector role=agent), so that it wants 0 Pods',
  ]);
});
