import type { JsonObject } from '../../../validation/manifest';
import { aCluster, anExpectation } from '../../testing/a-cluster';
import type { ClusterParts } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { aDeployment } from '../../testing/cluster-workloads';
import { objectMissing } from './object-missing';

const service = aClusterObject('v1', 'Service', {
  spec: { selector: { 'app.kubernetes.io/name': 'web' }, ports: [{ port: 80, nodePort: 30_080 }] },
});

const ask = (objects: readonly JsonObject[], published: readonly JsonObject[], parts: ClusterParts = {}) =>
  objectMissing.ask(aCluster(objects, parts), anExpectation(published));

test('a workload that is not there is an error, and explains that its Service has no Pods', () => {
  expect(ask([service], [service, aDeployment()])).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      severity: 'error',
      cause: { en: 'Deployment/web was published and is not in the namespace znyw-prod' },
      evidence: ['Deployment/znyw-prod/web: not found, published in dist/prod/web.k8s.yaml'],
      explains: ['Deployment/znyw-prod/web', 'Service/znyw-prod/web'],
    },
  ]);
});

test('a budget that is not there is a warning', () => {
  const budget = aClusterObject('policy/v1', 'PodDisruptionBudget');

  expect(ask([service], [service, budget])).toMatchObject([{ severity: 'warning' }]);
});

test('a file of which nothing is there is one finding about its workload', () => {
  const other = aDeployment({ name: 'other' });

  const symptoms = ask([other], [other, service, aDeployment()]);

  expect(symptoms.map(({ object, cause }) => [object, cause.en])).toEqual([
    ['Deployment/znyw-prod/web', 'Deployment/web, Service/web were published and are not in the namespace znyw-prod'],
  ]);
});

test('what was not read is not missing', () => {
  expect(ask([service], [service, aDeployment()], { unread: { deployments: '403' } })).toEqual([]);
});

test('a Service whose node port another one has is told so', () => {
  const other = aClusterObject('v1', 'Service', { name: 'other', spec: { ports: [{ port: 1, nodePort: 30_080 }] } });

  const [symptom] = ask([other, aDeployment()], [service, aDeployment()]);

  expect(symptom?.cause.en).toBe(
    'Service/web was published and is not in the namespace znyw-prod; its nodePort 30080 belongs to Service/other',
  );
});

test('a custom object, of which nobody asked the cluster, is not missing', () => {
  expect(ask([service], [service, aClusterObject('bank.example/v1', 'Widget')])).toEqual([]);
});

test('where much is missing, it is for another question', () => {
  expect(
    ask(
      [],
      ['a', 'b', 'c', 'd'].map((name) => aDeployment({ name })),
    ),
  ).toEqual([]);
});
