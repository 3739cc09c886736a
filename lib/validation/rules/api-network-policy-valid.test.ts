import type { JsonObject, Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiNetworkPolicyValid } from './api-network-policy-valid';

const policy = (spec: JsonObject) => anObject('networking.k8s.io/v1', 'NetworkPolicy', { podSelector: {}, ...spec });
const port = (ports: JsonObject) => policy({ egress: [{ ports: [ports] }] });
const peer = (from: JsonObject) => policy({ ingress: [{ from: [from] }] });
const block = (cidr: string, ...except: readonly string[]) => peer({ ipBlock: { cidr, except } });

test.each<[string, Manifest]>([
  ['nothing', policy({ policyTypes: ['Ingress', 'Egress'], ingress: [], egress: [{}] })],
  [
    'ports by number, range and name',
    policy({ egress: [{ ports: [{ port: 53, protocol: 'UDP' }, { port: 1, endPort: 2 }, { port: 'http' }, {}] }] }),
  ],
  ['selectors', peer({ podSelector: {}, namespaceSelector: {} })],
  ['addresses', block('10.0.0.0/8', '10.1.0.0/16', '10.2.3.4/32')],
  ['another kind', aService({ policyTypes: ['Both'] })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiNetworkPolicyValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'no peer',
    peer({}),
    ['spec.ingress[0].from[0]: has no podSelector, namespaceSelector or ipBlock; a peer is expected'],
  ],
  [
    'a peer by both',
    peer({ podSelector: {}, ipBlock: { cidr: '10.0.0.0/8' } }),
    ['spec.ingress[0].from[0]: has podSelector and ipBlock; an ipBlock is expected by itself'],
  ],
  [
    'an address without a length',
    block('10.0.0.1'),
    ['spec.ingress[0].from[0].ipBlock.cidr: is "10.0.0.1"; an IP block such as 10.0.0.0/8 is expected'],
  ],
  ['no address', block(''), ['spec.ingress[0].from[0].ipBlock.cidr: is empty; a value is expected']],
  [
    'an exception elsewhere',
    block('10.0.0.0/8', '11.0.0.0/16'),
    ['spec.ingress[0].from[0].ipBlock.except[0]: is "11.0.0.0/16"; a part of 10.0.0.0/8 is expected'],
  ],
  [
    'an exception of all',
    block('10.0.0.0/8', '10.0.0.0/8'),
    ['spec.ingress[0].from[0].ipBlock.except[0]: is "10.0.0.0/8"; a part of 10.0.0.0/8 is expected'],
  ],
  [
    'an exception that is no block',
    block('10.0.0.0/8', '10.1.0.0'),
    ['spec.ingress[0].from[0].ipBlock.except[0]: is "10.1.0.0"; an IP block such as 10.0.0.0/8 is expected'],
  ],
  ['a port above 65535', port({ port: 70000 }), ['spec.egress[0].ports[0].port: is 70000; 1 to 65535 is expected']],
  [
    'a number as a name',
    port({ port: '80' }),
    [
      'spec.egress[0].ports[0].port: is "80"; a name of at most 15 of a-z, 0-9 and "-", with a letter, and no "-" at an end or beside another, is expected',
    ],
  ],
  [
    'a protocol',
    port({ port: 80, protocol: 'ICMP' }),
    ['spec.egress[0].ports[0].protocol: is "ICMP"; TCP, UDP or SCTP is expected'],
  ],
  [
    'a range that ends before',
    port({ port: 90, endPort: 80 }),
    ['spec.egress[0].ports[0].endPort: is 80; port is 90, and a range ends after it begins'],
  ],
  [
    'a range that ends above',
    port({ port: 90, endPort: 70000 }),
    ['spec.egress[0].ports[0].endPort: is 70000; 1 to 65535 is expected'],
  ],
  [
    'a range without a beginning',
    port({ endPort: 80 }),
    ['spec.egress[0].ports[0].endPort: is given without port, with which a range begins'],
  ],
  [
    'a range that begins with a name',
    port({ port: 'http', endPort: 80 }),
    ['spec.egress[0].ports[0].endPort: is given with the port "http"; a number is expected there'],
  ],
  ['types', policy({ policyTypes: ['Both'] }), ['spec.policyTypes[0]: is "Both"; Ingress or Egress is expected']],
  [
    'too many types',
    policy({ policyTypes: ['Ingress', 'Egress', 'Ingress'] }),
    ['spec.policyTypes: has 3 items; at most 2 are expected'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiNetworkPolicyValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = peer({});

  expect(apiNetworkPolicyValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.ingress[0].from[0]',
      message: 'has no podSelector, namespaceSelector or ipBlock; a peer is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiNetworkPolicyValid)).not.toThrow();
});
