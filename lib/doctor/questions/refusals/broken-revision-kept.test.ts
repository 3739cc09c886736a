import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aPod, aStatefulSet } from '../../testing/cluster-workloads';
import { brokenRevisionKept } from './broken-revision-kept';

const causes = (...objects: readonly JsonObject[]) =>
  brokenRevisionKept.ask(aCluster(objects), NOTHING_EXPECTED).map(({ cause }) => cause.en);

const NOT_READY = { conditions: [{ type: 'Ready', status: 'False' }] };

test('a StatefulSet waits for ever for a broken Pod of an old revision', () => {
  const set = aStatefulSet({ status: { currentRevision: 'web-1', updateRevision: 'web-2' } });
  const pod = aPod(set, {
    name: 'web-0',
    metadata: { labels: { 'controller-revision-hash': 'web-1' } },
    status: NOT_READY,
  });

  expect(causes(set, pod)).toEqual([
    'StatefulSet/web does not replace Pod/web-0 (revision web-1, wanted web-2), because it waits for that very Pod to be ready',
  ]);
});

test('a broken Pod of the present template, and any with OnDelete, are for other questions', () => {
  const pod = aPod(aStatefulSet(), {
    name: 'web-0',
    metadata: { labels: { 'controller-revision-hash': 'web-1' } },
    status: NOT_READY,
  });
  const revisions = (updateRevision: string, spec: JsonObject = {}) =>
    aStatefulSet({ spec, status: { updateRevision } });

  expect(causes(revisions('web-1'), pod)).toEqual([]);
  expect(causes(revisions('web-2', { updateStrategy: { type: 'OnDelete' } }), pod)).toEqual([]);
});
