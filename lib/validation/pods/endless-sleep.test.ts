import { isEndlessSleep } from './endless-sleep';

test.each([
  [['sleep', 'infinity']],
  [['/bin/sleep', '1000000']],
  [['sleep', '365d']],
  [['tail', '-f', '/dev/null']],
  [['sh', '-c', 'sleep inf']],
  [['/bin/bash', '-ec', 'exec tail -f /dev/null;']],
  [['sh', '-c', 'while true; do sleep 30; done']],
  [['sh', '-c', 'while :\ndo\n  sleep 1h\ndone\n']],
])('%j does nothing but wait', (words) => {
  expect(isEndlessSleep(words)).toBe(true);
});

test.each([
  [[]],
  [['sleep', '3600']],
  [['sleep', '30s']],
  [['mongod']],
  [['sh', '-c', 'prepare && sleep infinity']],
  [['sh', '-c', 'while true; do backup; sleep 3600; done']],
  [['tail', '-f', '/var/log/app.log']],
  [['echo', 'sleep infinity']],
])('%j does something, or comes to an end', (words) => {
  expect(isEndlessSleep(words)).toBe(false);
});
