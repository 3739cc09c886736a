import { aCluster, anExpectation } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { aDeployment, aRunningContainer } from '../../testing/cluster-workloads';
import { changedByHand } from './changed-by-hand';

test('all fields of an object are one finding, with both values', () => {
  const live = aDeployment({ podSpec: { priorityClassName: 'high' }, spec: { progressDeadlineSeconds: 30 } });

  expect(changedByHand.ask(aCluster([live]), anExpectation([aDeployment()]))).toMatchObject([
    {
      cause: {
        en: 'Deployment/web differs from what was published (live / published): spec.template.spec.priorityClassName: high / -; spec.progressDeadlineSeconds: 30 / 600',
      },
    },
  ]);
});

test('what may hold a password is named and never shown', () => {
  const live = aDeployment({
    containers: [aRunningContainer('web', { env: [{ name: 'PASSWORD', value: 'hunter2' }], args: ['--key=hunter2'] })],
  });
  const configMap = (value: string) => aClusterObject('v1', 'ConfigMap', { rest: { data: { 'a.conf': value } } });

  const symptoms = changedByHand.ask(
    aCluster([live, configMap('hunter2')]),
    anExpectation([aDeployment(), configMap('hunter1')]),
  );

  expect(symptoms).toHaveLength(2);
  expect(JSON.stringify(symptoms)).not.toContain('hunter');
});

test('images and replicas are for other questions, and Secrets are not compared', () => {
  const live = aDeployment({ replicas: 2, containers: [aRunningContainer('web', { image: 'web:2' })] });
  const secret = (data: object) => aClusterObject('v1', 'Secret', { rest: { data: { ...data } } });

  expect(
    changedByHand.ask(aCluster([live, secret({ a: '' })]), anExpectation([aDeployment(), secret({ a: 'YQ==' })])),
  ).toEqual([]);
});
