import { answersToRefusal, aRefusedDeployment } from '../../testing/a-refused-deployment';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aReplicaSet } from '../../testing/cluster-workloads';
import { podSecurityRefused } from './pod-security-refused';

test.each([
  [
    'pods "web-x" is forbidden: violates PodSecurity "restricted:latest": host namespaces (hostNetwork=true)',
    'Pod Security "restricted:latest" refuses 1 Pod of Deployment/web: host namespaces (hostNetwork=true)',
    'hostNetwork',
  ],
])('%s', (message, cause, property) => {
  expect(answersToRefusal(podSecurityRefused, message)).toEqual([{ cause, property }]);
});

test('where the events have expired, the condition of the ReplicaSet tells', () => {
  const [deployment] = aRefusedDeployment('');
  const message = 'pods "web-x" is forbidden: violates PodSecurity "restricted:latest": hostPath volumes';
  const conditions = [{ type: 'ReplicaFailure', status: 'True', reason: 'FailedCreate', message }];

  const [symptom] = podSecurityRefused.ask(
    aCluster([deployment, aReplicaSet(deployment, { status: { conditions } })]),
    NOTHING_EXPECTED,
  );

  expect(symptom?.evidence).toEqual([
    `condition ReplicaFailure=True on ReplicaSet/web-5d4f8c7b9d: FailedCreate, ${message}`,
  ]);
});
