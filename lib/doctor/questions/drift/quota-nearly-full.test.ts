import type { JsonObject } from '../../../validation/manifest';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { aDeployment } from '../../testing/cluster-workloads';
import { quotaNearlyFull } from './quota-nearly-full';

const causes = (used: JsonObject, hard: JsonObject) => {
  const quota = aClusterObject('v1', 'ResourceQuota', { name: 'q', spec: { hard }, status: { hard, used } });
  return quotaNearlyFull.ask(aCluster([quota, aDeployment()]), NOTHING_EXPECTED).map(({ cause }) => cause.en);
};

test('nine tenths are nearly all, and what would not fit is named', () => {
  expect(
    causes({ 'requests.cpu': '7950m', 'requests.memory': '1Gi' }, { 'requests.cpu': '8', 'requests.memory': '32Gi' }),
  ).toEqual([
    'the quota q is nearly used up (used / allowed): requests.cpu 7.95 / 8; no room for one more Pod of Deployment/web',
  ]);
  expect(causes({ 'requests.cpu': '7100m' }, { 'requests.cpu': '8' })).toEqual([]);
});

test('a full number of objects is no matter, and a quota of nothing is no quota', () => {
  expect(causes({ services: '3', pods: '0' }, { services: '3', pods: '0' })).toEqual([]);
});
