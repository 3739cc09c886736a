import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aPod, aStatefulSet } from '../../testing/cluster-workloads';
import { statefulSetWaits } from './stateful-set-waits';

const causes = (...objects: readonly JsonObject[]) =>
  statefulSetWaits.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

const NOT_READY = { conditions: [{ type: 'Ready', status: 'False' }] };

test('a StatefulSet waits for its first Pod before it makes the second', () => {
  const set = aStatefulSet({ replicas: 3 });
  const first = aPod(set, { name: 'web-0', status: NOT_READY });

  expect(causes(set, first)).toEqual([
    'StatefulSet/web has 1 of 3 Pods: it makes the next one when Pod/web-0 is ready (podManagementPolicy OrderedReady)',
  ]);
  expect(causes(aStatefulSet({ replicas: 3, spec: { podManagementPolicy: 'Parallel' } }), first)).toEqual([]);
  expect(causes(aStatefulSet(), aPod(aStatefulSet(), { name: 'web-0' }))).toEqual([]);
});
