import { answersToRefusal } from '../../testing/a-refused-deployment';
import { limitRangeRefused } from './limit-range-refused';

test.each([
  [
    'pods "web-x" is forbidden: maximum cpu usage per Container is 2, but limit is 3',
    'the LimitRange refuses 1 Pod of Deployment/web: cpu limits per Container: 3, at most 2',
    'resources.limits.cpu',
  ],
])('%s', (message, cause, property) => {
  expect(answersToRefusal(limitRangeRefused, message)).toEqual([{ cause, property }]);
});
