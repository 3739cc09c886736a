import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { aDeployment } from '../../testing/cluster-workloads';
import { publicationIncomplete } from './publication-incomplete';

const published = anExpectation(['a', 'b', 'c', 'd', 'e'].map((name) => aDeployment({ name })));

test('much that is missing is one finding, however much it is', () => {
  expect(publicationIncomplete.ask(aCluster([aDeployment({ name: 'c' })]), published)).toMatchObject([
    {
      object: 'Namespace//znyw-prod',
      cause: {
        en: '4 of 5 objects that were published are not in the namespace znyw-prod: Deployment/a, Deployment/b, Deployment/d, Deployment/e',
      },
      explains: [
        'Deployment/znyw-prod/a',
        'Deployment/znyw-prod/b',
        'Deployment/znyw-prod/d',
        'Deployment/znyw-prod/e',
      ],
    },
  ]);
});

test('a little that is missing is for another question', () => {
  const there = ['a', 'b'].map((name) => aDeployment({ name }));

  expect(publicationIncomplete.ask(aCluster(there), published)).toEqual([]);
});

test('what a quota of object counts keeps out is told by another question', () => {
  const amounts = { 'count/deployments.apps': '1' };
  const quota = aClusterObject('v1', 'ResourceQuota', { name: 'q', status: { hard: amounts, used: amounts } });

  expect(publicationIncomplete.ask(aCluster([aDeployment({ name: 'c' }), quota]), published)).toEqual([]);
});
