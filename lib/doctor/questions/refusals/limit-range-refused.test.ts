import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { answersToRefusal } from '../../testing/a-refused-deployment';
import { anEvent } from '../../testing/cluster-objects';
import { aDeployment, aReplicaSet } from '../../testing/cluster-workloads';
import { limitRangeRefused } from './limit-range-refused';

test.each([
  [
    'pods "web-x" is forbidden: maximum cpu usage per Container is 2, but limit is 3',
    'the LimitRange refuses 1 Pod of Deployment/web: cpu limits per Container: 3, at most 2',
    'resources.limits.cpu',
  ],
])('%s', (message, cause, property) => {
  expect(answersToRefusal(limitRangeRefused, message)).toEqual([{ cause, property }]);
});

test('a LimitRange that refuses many workloads is one finding, with every bound once', () => {
  const refused = (name: string, message: string) => {
    const deployment = aDeployment({ name });
    const replicaSet = aReplicaSet(deployment);
    return [deployment, replicaSet, anEvent(replicaSet, 'FailedCreate', `Error creating: ${message}`)];
  };
  const cluster = aCluster([
    ...refused('web', 'pods "web-x" is forbidden: maximum memory usage per Container is 1Gi, but limit is 2Gi'),
    ...refused('mongo', 'pods "mongo-x" is forbidden: maximum memory usage per Container is 1Gi, but limit is 4Gi'),
    ...refused(
      'api',
      'pods "api-x" is forbidden: [maximum memory usage per Container is 1Gi, but limit is 2Gi, cpu max limit to request ratio per Container is 4, but provided ratio is 5.000000]',
    ),
  ]);

  expect(limitRangeRefused.ask(cluster, NOTHING_EXPECTED)).toEqual([
    expect.objectContaining({
      object: 'LimitRange/znyw-prod/',
      cause: expect.objectContaining({
        en: 'the LimitRange refuses 3 Pods of Deployment/web, Deployment/mongo, Deployment/api: memory limits per Container: 2Gi, 4Gi, at most 1Gi; cpu limit per Container: 5 times the request, at most 4 times',
      }),
    }),
  ]);
});
