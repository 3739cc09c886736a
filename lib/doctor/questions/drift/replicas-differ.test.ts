import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { aDeployment } from '../../testing/cluster-workloads';
import { replicasDiffer } from './replicas-differ';

const live = aDeployment({ replicas: 3 });

test('a workload that was scaled by hand is told with both numbers', () => {
  expect(replicasDiffer.ask(aCluster([live]), anExpectation([aDeployment()]))).toMatchObject([
    { cause: { en: 'Deployment/web asks for 3 Pods; 1 were published' }, property: 'spec.replicas' },
  ]);
});

test('what an autoscaler does is no finding, whether it was published or made by hand', () => {
  const autoscaler = aClusterObject('autoscaling/v2', 'HorizontalPodAutoscaler', {
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 5 },
  });

  expect(replicasDiffer.ask(aCluster([live]), anExpectation([aDeployment(), autoscaler]))).toEqual([]);
  expect(replicasDiffer.ask(aCluster([live, autoscaler]), anExpectation([aDeployment()]))).toEqual([]);
});
