import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aPod } from '../../testing/cluster-workloads';
import { aWorkload, clusterOf } from '../../testing/waiting-objects';
import { refusedByNode } from './refused-by-node';

const status = {
  phase: 'Failed',
  reason: 'OutOfcpu',
  message: "Pod was rejected: Node didn't have enough resource: cpu, requested: 9000, used: 0, capacity: 4000",
};

test('a Pod that names its node and finds no room there is told so', () => {
  const cluster = clusterOf(aWorkload({ podSpec: { nodeName: 'vm-1' } }, { status }));

  expect(refusedByNode.ask(cluster, NOTHING_EXPECTED)).toMatchObject([
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: 'node vm-1 refused 1 Pod that names it in nodeName, past the scheduler (OutOfcpu)' },
      property: 'spec.template.spec.nodeName',
    },
  ]);
});

test('where another Pod of the workload took its place it is a warning', () => {
  const objects = aWorkload({}, { status });
  const next = aPod(objects[1], { name: 'web-next' });

  expect(refusedByNode.ask(clusterOf(objects, next), NOTHING_EXPECTED)).toMatchObject([{ severity: 'warning' }]);
});

test('a Pod that was evicted is another matter', () => {
  const cluster = clusterOf(aWorkload({}, { status: { phase: 'Failed', reason: 'Evicted' } }));

  expect(refusedByNode.ask(cluster, NOTHING_EXPECTED)).toEqual([]);
});
