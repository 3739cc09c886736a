import { answersToRefusal, aRefusedDeployment } from '../../testing/a-refused-deployment';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { anEvent } from '../../testing/cluster-objects';
import { aPod, aStatefulSet } from '../../testing/cluster-workloads';
import { podSecurityRefused } from './pod-security-refused';
import { refused } from './refused';

test.each([
  [
    'pods "web-" is forbidden: no PriorityClass with name urgent was found',
    'the API server refuses 1 Pod of Deployment/web: pods "web-" is forbidden: no PriorityClass with name urgent was found',
    'spec.template.spec.priorityClassName',
  ],
  [
    'Pod "web-x" is invalid: spec.containers[0].env[1].name: Invalid value: "": must not be empty',
    'the API server refuses 1 Pod of Deployment/web: Pod "web-x" is invalid: spec.containers[0].env[1].name: Invalid value: "": must not be empty',
    'spec.template.spec.containers[0].env[1].name',
  ],
])('%s', (message, cause, property) => {
  expect(answersToRefusal(refused, message)).toEqual([{ cause, property }]);
});

test('one cause of many workloads is one finding, about what they share', () => {
  const sets = ['a', 'b'].map((name) => aStatefulSet({ name }));
  const events = sets.map((set, index) =>
    anEvent(
      set,
      'FailedCreate',
      `create Pod ${index}-0 in StatefulSet ${index} failed error: pods "${index}-0" is forbidden: no PriorityClass with name urgent was found`,
    ),
  );

  const symptoms = refused.ask(aCluster([...sets, ...events]), NOTHING_EXPECTED);

  expect(symptoms.map(({ object }) => object)).toEqual(['Namespace//znyw-prod']);
  expect(symptoms[0]?.explains).toEqual(['StatefulSet/znyw-prod/a', 'StatefulSet/znyw-prod/b']);
});

test('of several troubles the one of the last attempt counts, and an older one is over', () => {
  const [deployment, replicaSet] = aRefusedDeployment('');
  const old = anEvent(
    replicaSet,
    'FailedCreate',
    'Error creating: pods "web-x" is forbidden: violates PodSecurity "a": b',
    {
      lastTimestamp: '2026-11-23T06:20:00Z',
    },
  );
  const now = anEvent(replicaSet, 'FailedCreate', 'Error creating: pods "web-x" is forbidden: pod rejected: no');
  const cluster = aCluster([deployment, replicaSet, old, now]);

  expect(podSecurityRefused.ask(cluster, NOTHING_EXPECTED)).toEqual([]);
  expect(refused.ask(cluster, NOTHING_EXPECTED)).toHaveLength(1);
});

test('the event is the evidence, and the Deployment with its ReplicaSet what it explains', () => {
  const [symptom] = refused.ask(aCluster(aRefusedDeployment('pods "web-x" is forbidden: no')), NOTHING_EXPECTED);

  expect(symptom?.object).toBe('Deployment/znyw-prod/web');
  expect(symptom?.evidence).toEqual([
    'event FailedCreate on ReplicaSet/web-5d4f8c7b9d: Error creating: pods "web-x" is forbidden: no',
  ]);
  expect(symptom?.explains).toEqual(['Deployment/znyw-prod/web', 'ReplicaSet/znyw-prod/web-5d4f8c7b9d']);
});

test('a refusal is over once the Pod is there', () => {
  const [deployment, replicaSet, event] = aRefusedDeployment('pods "web-x" is forbidden: no');

  expect(refused.ask(aCluster([deployment, replicaSet, aPod(replicaSet), event]), NOTHING_EXPECTED)).toEqual([]);
});
