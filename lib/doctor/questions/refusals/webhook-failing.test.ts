import { answersToRefusal } from '../../testing/a-refused-deployment';
import { webhookFailing } from './webhook-failing';

test.each([
  [
    'Internal error occurred: failed calling webhook "policy.bank": failed to call webhook: EOF',
    'the admission webhook policy.bank cannot be called, so that 1 Pod of Deployment/web cannot be created: failed to call webhook: EOF',
    undefined,
  ],
])('%s', (message, cause, property) => {
  expect(answersToRefusal(webhookFailing, message)).toEqual([{ cause, property }]);
});
