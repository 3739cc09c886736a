import { answersToRefusal } from '../../testing/a-refused-deployment';
import { webhookDenied } from './webhook-denied';

test.each([
  [
    'admission webhook "policy.bank" denied the request: images come from the DTR',
    'the admission webhook policy.bank refuses 1 Pod of Deployment/web: images come from the DTR',
    undefined,
  ],
  [
    'admission webhook "policy.bank" denied the request without explanation',
    'the admission webhook policy.bank refuses 1 Pod of Deployment/web: without explanation',
    undefined,
  ],
])('%s', (message, cause, property) => {
  expect(answersToRefusal(webhookDenied, message)).toEqual([{ cause, property }]);
});
