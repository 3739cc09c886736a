import { podPeer, policyPort, rangePeers } from './endpoint';

test('Pods are meant by their labels, in the namespace of the policy', () => {
  expect(podPeer({ app: 'web' })).toEqual({ podSelector: { matchLabels: { app: 'web' } } });
});

test('address ranges are one peer each', () => {
  expect(rangePeers(['10.0.0.0/8', 'fd00::/8'])).toEqual([
    { ipBlock: { cidr: '10.0.0.0/8' } },
    { ipBlock: { cidr: 'fd00::/8' } },
  ]);
});

test('a port is one of TCP unless it says UDP', () => {
  expect(policyPort({ number: 53 })).toEqual({ port: { value: 53 }, protocol: 'TCP' });
  expect(policyPort({ number: 53, protocol: 'UDP' })).toEqual({ port: { value: 53 }, protocol: 'UDP' });
});
