import type { JsonObject, Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiServiceValid } from './api-service-valid';

const PORTS = { ports: [{ port: 80 }] };
const service = (spec: JsonObject) => aService({ ...PORTS, ...spec });

test.each<[string, Manifest]>([
  ['a port', service({})],
  ['headless without ports', aService({ clusterIP: 'None' })],
  ['another name', aService({ type: 'ExternalName', externalName: 'mail.bank.example.' })],
  ['a node port', service({ type: 'NodePort', externalTrafficPolicy: 'Local', internalTrafficPolicy: 'Cluster' })],
  [
    'a load balancer',
    service({
      type: 'LoadBalancer',
      loadBalancerSourceRanges: ['10.0.0.0/8'],
      loadBalancerClass: 'a.b/c',
      allocateLoadBalancerNodePorts: false,
      externalTrafficPolicy: 'Local',
      healthCheckNodePort: 30000,
    }),
  ],
  [
    'an address',
    service({
      clusterIP: '10.96.0.10',
      ipFamilies: ['IPv4'],
      ipFamilyPolicy: 'SingleStack',
      externalIPs: ['10.1.2.3'],
    }),
  ],
  [
    'affinity',
    service({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86_400 } } }),
  ],
  [
    'settings of an affinity that is not there',
    service({ sessionAffinityConfig: { clientIP: { timeoutSeconds: 0 } } }),
  ],
  ['another kind', anObject('v1', 'ConfigMap', {})],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiServiceValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  ['no ports', aService({ selector: { app: 'web' } }), ['spec.ports: is empty; at least one port is expected']],
  [
    'words',
    service({ type: 'Public', sessionAffinity: 'Cookie', internalTrafficPolicy: '' }),
    [
      'spec.type: is "Public"; ClusterIP, NodePort, LoadBalancer or ExternalName is expected',
      'spec.sessionAffinity: is "Cookie"; None or ClientIP is expected',
      'spec.internalTrafficPolicy: is ""; Cluster or Local is expected',
    ],
  ],
  [
    'a name that is missing',
    aService({ type: 'ExternalName' }),
    ['spec.externalName: is missing; the type ExternalName asks for a DNS name'],
  ],
  [
    'a name that is none',
    aService({ type: 'ExternalName', externalName: 'Mail' }),
    [
      'spec.externalName: is "Mail"; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", is expected',
    ],
  ],
  [
    'an address of another name',
    aService({
      type: 'ExternalName',
      externalName: 'a.b',
      clusterIP: 'None',
      ipFamilyPolicy: 'SingleStack',
      ipFamilies: ['IPv4'],
    }),
    [
      'spec.clusterIP: is given; a Service of type ExternalName has no address',
      'spec.ipFamilyPolicy: is given; a Service of type ExternalName has no address',
      'spec.ipFamilies: is given; a Service of type ExternalName has no address',
    ],
  ],
  [
    'no address with a node port',
    service({ type: 'NodePort', clusterIP: 'None' }),
    ['spec.clusterIP: is "None"; a Service of type NodePort has an address'],
  ],
  [
    'an address that is none',
    service({ clusterIP: 'auto' }),
    ['spec.clusterIP: is "auto"; None or an IP address is expected'],
  ],
  [
    'families',
    service({ ipFamilyPolicy: 'Dual', ipFamilies: ['IPv4', 'IPv4', 'IPv5'] }),
    [
      'spec.ipFamilyPolicy: is "Dual"; SingleStack, PreferDualStack or RequireDualStack is expected',
      'spec.ipFamilies[2]: is "IPv5"; IPv4 or IPv6 is expected',
      'spec.ipFamilies[1]: is "IPv4", which another family is already',
    ],
  ],
  [
    'addresses from outside',
    service({ externalIPs: ['vm-1', '127.0.0.1', 'fe80::1'] }),
    [
      'spec.externalIPs[0]: is "vm-1"; an IP address is expected',
      'spec.externalIPs[1]: is "127.0.0.1", which stays on one machine or wire; an address of others is expected',
      'spec.externalIPs[2]: is "fe80::1", which stays on one machine or wire; an address of others is expected',
    ],
  ],
  [
    'ranges',
    service({ type: 'LoadBalancer', loadBalancerSourceRanges: ['10.0.0.1'], loadBalancerClass: 'a b' }),
    [
      'spec.loadBalancerSourceRanges[0]: is "10.0.0.1"; an IP block such as 10.0.0.0/8 is expected',
      'spec.loadBalancerClass: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after at most one DNS name and "/", is expected',
    ],
  ],
  [
    'what only a load balancer has',
    service({
      loadBalancerClass: 'a',
      allocateLoadBalancerNodePorts: true,
      loadBalancerSourceRanges: ['10.0.0.0/8'],
      healthCheckNodePort: 30000,
    }),
    [
      'spec.loadBalancerClass: is given; a Service of type ClusterIP has none, LoadBalancer has',
      'spec.allocateLoadBalancerNodePorts: is given; a Service of type ClusterIP has none, LoadBalancer has',
      'spec.loadBalancerSourceRanges: is given; a Service of type ClusterIP has none, LoadBalancer has',
      'spec.healthCheckNodePort: is given; it is expected with type LoadBalancer and externalTrafficPolicy Local only',
    ],
  ],
  [
    'a policy for traffic from outside',
    service({ externalTrafficPolicy: 'Local' }),
    ['spec.externalTrafficPolicy: is given; a Service of type ClusterIP is not reached from outside'],
  ],
  [
    'a policy that there is not',
    service({ type: 'NodePort', externalTrafficPolicy: 'Near' }),
    ['spec.externalTrafficPolicy: is "Near"; Cluster or Local is expected'],
  ],
  [
    "the kubelet's port",
    aService({ type: 'LoadBalancer', ports: [{ port: 10_250 }] }),
    ["spec.ports[0].port: is 10250, which is the kubelet's; a load balancer may not open it"],
  ],
  [
    'a time of affinity',
    service({ sessionAffinity: 'ClientIP', sessionAffinityConfig: { clientIP: { timeoutSeconds: 86_401 } } }),
    ['spec.sessionAffinityConfig.clientIP.timeoutSeconds: is 86401; 1 to 86400 is expected'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiServiceValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = aService({ selector: { app: 'web' } });

  expect(apiServiceValid.check([manifest], {})).toEqual([
    { manifest, field: 'spec.ports', message: 'is empty; at least one port is expected' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiServiceValid)).not.toThrow();
});
