import { answersToRefusal, aRefusedDeployment } from '../../testing/a-refused-deployment';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { aCluster } from '../../testing/a-cluster';
import { aClusterObject } from '../../testing/cluster-objects';
import { serviceAccountMissing } from './service-account-missing';

test.each([
  [
    'pods "web-" is forbidden: error looking up service account znyw-prod/ops: serviceaccount "ops" not found',
    'the ServiceAccount ops does not exist in znyw-prod, so that 1 Pod of Deployment/web cannot be created',
    'spec.template.spec.serviceAccountName',
  ],
])('%s', (message, cause, property) => {
  expect(answersToRefusal(serviceAccountMissing, message)).toEqual([{ cause, property }]);
});

test('a ServiceAccount that was made since is waited for', () => {
  const message =
    'pods "web-" is forbidden: error looking up service account znyw-prod/ops: serviceaccount "ops" not found';

  const [symptom] = serviceAccountMissing.ask(
    aCluster([...aRefusedDeployment(message), aClusterObject('v1', 'ServiceAccount', { name: 'ops' })]),
    NOTHING_EXPECTED,
  );

  expect(symptom?.cause.en).toMatch(/^the ServiceAccount ops was missing at the last attempt to create 1 Pod/);
  expect(symptom?.remedy.en).toMatch(/^Wait: /);
});
