import type { ContainerCloud } from '../platform/container-cloud';
import { prod } from '../environments/prod';
import { podPeer, rangePeers, type Port } from '../platform/endpoint';
import { Traffic } from './traffic';

const PODS = { app: 'web' };

const DNS_RULE = {
  to: [
    {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    },
  ],
  ports: [
    { port: { value: 53 }, protocol: 'UDP' },
    { port: { value: 53 }, protocol: 'TCP' },
  ],
};

function aTraffic(cloud: Partial<ContainerCloud> = {}): Traffic {
  return new Traffic(PODS, { ...prod.cloud, ...cloud });
}

const ports = (...numbers: readonly number[]): readonly Port[] => numbers.map((number) => ({ number }));

test('a workload without connections may ask DNS and nothing else', () => {
  expect(aTraffic().toSpec()).toEqual({
    podSelector: { matchLabels: PODS },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [],
    egress: [DNS_RULE],
  });
});

test('where each VM has a DNS cache, its address is asked as well', () => {
  const { egress = [] } = aTraffic({ nodeLocalDnsAddress: '169.254.20.10' }).toSpec();

  expect(egress).toEqual([{ ...DNS_RULE, to: [...DNS_RULE.to, { ipBlock: { cidr: '169.254.20.10/32' } }] }]);
});

test('callers of the same ports share a rule, and the same caller stands there once', () => {
  const traffic = aTraffic();

  traffic.admit({ peers: [podPeer({ app: 'one' })], ports: ports(8080) });
  traffic.admit({ peers: [podPeer({ app: 'two' })], ports: ports(8080) });
  traffic.admit({ peers: [podPeer({ app: 'one' })], ports: ports(8080) });

  expect(traffic.toSpec().ingress).toEqual([
    { from: [podPeer({ app: 'one' }), podPeer({ app: 'two' })], ports: [{ port: { value: 8080 }, protocol: 'TCP' }] },
  ]);
});

test('other ports are another rule, so that nobody gets the ports of somebody else', () => {
  const traffic = aTraffic();

  traffic.allow({ peers: rangePeers(['10.0.0.1/32']), ports: ports(88) });
  traffic.allow({ peers: rangePeers(['10.0.0.1/32']), ports: ports(88, 89) });
  traffic.allow({ peers: rangePeers(['10.0.0.1/32']), ports: [{ number: 88, protocol: 'UDP' }] });

  expect(
    traffic
      .toSpec()
      .egress?.slice(1)
      .map(({ ports: opened }) => opened),
  ).toEqual([
    [{ port: { value: 88 }, protocol: 'TCP' }],
    [
      { port: { value: 88 }, protocol: 'TCP' },
      { port: { value: 89 }, protocol: 'TCP' },
    ],
    [{ port: { value: 88 }, protocol: 'UDP' }],
  ]);
});

test('what comes in opens nothing that goes out', () => {
  const traffic = aTraffic();

  traffic.admit({ peers: rangePeers(['10.0.0.0/8']), ports: ports(8080) });

  expect(traffic.toSpec().egress).toEqual([DNS_RULE]);
});
