import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { aDeployment } from '../../testing/cluster-workloads';
import { namespaceTerminating } from './namespace-terminating';

const ask = (objects: readonly JsonObject[], published: readonly JsonObject[] = []) =>
  namespaceTerminating.ask(aCluster(objects), published.length === 0 ? NOTHING_EXPECTED : anExpectation(published));

test('a namespace that is being deleted explains everything in it', () => {
  const namespace = aClusterObject('v1', 'Namespace', {
    name: 'znyw-prod',
    namespace: '',
    metadata: { deletionTimestamp: '2026-11-23T06:30:00Z' },
    status: { phase: 'Terminating' },
  });

  expect(ask([namespace, aDeployment()])).toMatchObject([
    { object: 'Namespace//znyw-prod', explains: ['Namespace//znyw-prod', 'Deployment/znyw-prod/web'] },
  ]);
});
