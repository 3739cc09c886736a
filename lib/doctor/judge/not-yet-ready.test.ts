import { aCluster, anExpectation } from '../testing/a-cluster';
import { anEvent } from '../testing/cluster-objects';
import { aDeployment, aPod, aReplicaSet } from '../testing/cluster-workloads';
import { diagnose } from './diagnose';
import { limitToWorkloads } from './limit-to-workloads';
import type { PlacedQuestion } from './placed-question';

const starting = aDeployment({ name: 'web', status: { readyReplicas: 0, availableReplicas: 0 } });
const running = aDeployment({ name: 'api' });
const cluster = aCluster([starting, running]);
const nothing = anExpectation([]);

const refused: PlacedQuestion = {
  id: 'refused',
  severity: 'error',
  summary: { en: 'Is it refused?', zh: '被拒绝了吗？' },
  room: 'refusals',
  ask: () => [
    {
      object: 'Deployment/znyw-prod/web',
      cause: { en: 'is refused', zh: '被拒绝' },
      evidence: [],
      remedy: { en: 'Change it.', zh: '请修改。' },
    },
  ],
};

test('a workload without a ready Pod is not called healthy, though nothing is wrong with it yet', () => {
  const { verdict, unknown } = diagnose(cluster, nothing, []);

  expect(verdict).toBe('unknown');
  expect(unknown).toEqual([
    {
      question: 'whether Deployment/web becomes ready',
      reason: 'it starts: 0 of 1 Pod is ready, and nothing says yet that it fails; ask again in a minute',
      isEssential: true,
      object: 'Deployment/znyw-prod/web',
    },
  ]);
});

test('what is said of its Pods so far is told', () => {
  const replicaSet = aReplicaSet(starting);
  const pod = aPod(replicaSet);
  const event = anEvent(pod, 'Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 503');
  const { unknown } = diagnose(aCluster([starting, replicaSet, pod, event]), nothing, []);

  expect(unknown.map(({ reason }) => reason)).toEqual([
    'it starts: 0 of 1 Pod is ready, and the last that is said of it is "Unhealthy: Readiness probe failed: HTTP probe failed with statuscode: 503"; ask again in a minute',
  ]);
});

test('of one whose trouble is known nothing is left open', () => {
  expect(diagnose(cluster, nothing, [refused])).toMatchObject({ verdict: 'problems', unknown: [] });
});

test('who asks about another workload is not told of it', () => {
  const diagnosis = limitToWorkloads(diagnose(cluster, nothing, []), ['api'], cluster);

  expect(diagnosis).toMatchObject({ verdict: 'healthy', unknown: [] });
});

test('a workload that wants no Pod has none', () => {
  const idle = aDeployment({ name: 'web', replicas: 0 });

  expect(diagnose(aCluster([idle]), nothing, []).verdict).toBe('healthy');
});
