import { answersToRefusal } from '../../testing/a-refused-deployment';
import { quotaMustSpecify } from './quota-must-specify';

test.each([
  [
    'pods "web-x" is forbidden: failed quota: q: must specify limits.cpu for: main,init; limits.memory for: main',
    'the quota q refuses 1 Pod of Deployment/web: it counts what they do not specify: limits.cpu for: main,init; limits.memory for: main',
    'resources.limits.cpu',
  ],
  [
    'pods "web-x" is forbidden: failed quota: q: must specify limits.cpu,limits.memory',
    'the quota q refuses 1 Pod of Deployment/web: it counts what they do not specify: limits.cpu; limits.memory',
    'resources.limits.cpu',
  ],
])('%s', (message, cause, property) => {
  expect(answersToRefusal(quotaMustSpecify, message)).toEqual([{ cause, property }]);
});
