import { mayHoldPods } from './pod-networks';

test.each<[string, string[]]>([
  ['0.0.0.0/0', []],
  ['::/0', []],
  ['10.0.0.0/8', []],
  ['192.168.0.0/16', []],
  ['172.16.0.0/12', ['172.16.5.0/24']],
  ['0.0.0.0/0', ['10.0.0.0/8']],
  ['no block', []],
])('%s without %j may hold Pods', (cidr, except) => {
  expect(mayHoldPods({ cidr, except })).toBe(true);
});

test.each<[string, string[]]>([
  ['10.20.0.0/16', []],
  ['10.122.0.25/32', []],
  ['203.0.113.0/8', []],
  ['fd00:1::/64', []],
  ['10.0.0.0/8', ['10.0.0.0/8']],
  ['0.0.0.0/0', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']],
  ['0.0.0.0/0', ['0.0.0.0/1', '128.0.0.0/1']],
])('%s without %j is of other machines', (cidr, except) => {
  expect(mayHoldPods({ cidr, except })).toBe(false);
});
