import { aCluster, anExpectation } from '../testing/a-cluster';
import { aClusterObject } from '../testing/cluster-objects';
import { aDeployment } from '../testing/cluster-workloads';
import { quotaUses } from './quota-use';

const hard = { 'requests.cpu': '8', 'requests.memory': '32Gi', pods: '20' };
const used = { 'requests.cpu': '7800m', 'requests.memory': '16Gi', pods: '19' };
const aQuota = (parts: Parameters<typeof aClusterObject>[2] = {}) =>
  aClusterObject('v1', 'ResourceQuota', { name: 'quota', spec: { hard }, status: { hard, used }, ...parts });

test('a quota is told with what is left, and how many Pods of each workload would still fit', () => {
  const [quota] = quotaUses(aCluster([aQuota(), aDeployment({ name: 'web' })]), anExpectation([]));

  expect(quota).toEqual({
    object: 'ResourceQuota/znyw-prod/quota',
    resources: [
      { resource: 'pods', used: '19', hard: '20', left: '1', percent: 95 },
      { resource: 'requests.cpu', used: '7800m', hard: '8', left: '0.2', percent: 97 },
      { resource: 'requests.memory', used: '16Gi', hard: '32Gi', left: '16Gi', percent: 50 },
    ],
    fits: [{ object: 'Deployment/znyw-prod/web', pods: 1 }],
  });
});

test('of a quota for some Pods only it is not said what fits', () => {
  const [quota] = quotaUses(
    aCluster([aQuota({ spec: { hard, scopes: ['Terminating'] } }), aDeployment()]),
    anExpectation([]),
  );

  expect(quota?.fits).toEqual([]);
});

test('a Pod that does not say what a quota counts does not fit', () => {
  const bare = aDeployment({ containers: [{ name: 'web', image: 'web:1' }] });

  const [quota] = quotaUses(aCluster([aQuota(), bare]), anExpectation([]));

  expect(quota?.fits).toEqual([{ object: 'Deployment/znyw-prod/web', pods: 0 }]);
});

test('a quota that was not counted yet has nothing left that is known', () => {
  const [quota] = quotaUses(aCluster([aQuota({ status: {} })]), anExpectation([]));

  expect(quota?.resources[0]).toEqual({ resource: 'pods', used: '', hard: '20', left: '' });
});
