import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aStatefulSet } from '../../testing/cluster-workloads';
import { oldPodsKept } from './old-pods-kept';

const causes = (...objects: readonly JsonObject[]) =>
  oldPodsKept.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

test('Pods of an old template that are kept on purpose are a warning', () => {
  const status = { currentRevision: 'web-1', updateRevision: 'web-2', updatedReplicas: 0 };
  const onDelete = aStatefulSet({ replicas: 2, spec: { updateStrategy: { type: 'OnDelete' } }, status });
  const partitioned = aStatefulSet({
    replicas: 2,
    spec: { updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 2 } } },
    status,
  });

  expect(causes(onDelete)).toEqual([
    'StatefulSet/web runs 2 of 2 Pods with the old template (updateStrategy OnDelete)',
  ]);
  expect(causes(partitioned)).toEqual(['StatefulSet/web runs 2 of 2 Pods with the old template (partition 2)']);
  expect(causes(aStatefulSet({ status }))).toEqual([]);
});
