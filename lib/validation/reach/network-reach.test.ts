import type { Json, JsonObject, Manifest } from '../manifest';
import { NamespaceLabels } from '../references/namespace-labels';
import { NetworkPolicies } from './network-policies';
import { allowsDns, allowsPods } from './network-reach';
import { podTemplatesAmong } from '../pods/pod-templates';
import { anObject, aPolicy, aServer } from '../testing/reach-builders';

/** Tells whether Pods `app: web` of a namespace are let in to the port of Pods `app: api`. */
function isLetIn(policies: readonly Manifest[], from = 'znyw-prod', labels: JsonObject = { app: 'web' }): boolean {
  const objects = [aServer('api'), aServer('web', { namespace: from, labels }), ...policies];
  const [server, client] = podTemplatesAmong(objects, {});
  if (server === undefined || client === undefined) throw new Error('no Pods');
  const over = new NetworkPolicies(objects, {}).over(server, 'Ingress');
  const port = { number: 8080, protocol: 'TCP', names: ['http'] };
  return over.length === 0 || allowsPods(over, client, port, new NamespaceLabels(objects));
}

const ingress = (...rules: Json[]) => aPolicy('api', { ingress: rules });

test.each<[string, Manifest[], boolean]>([
  ['no policy', [], true],
  ['a policy over other Pods', [aPolicy('web', {})], true],
  ['a policy of another namespace', [aPolicy('api', {}, { namespace: 'other' })], true],
  ['a policy about egress alone', [aPolicy('api', { policyTypes: ['Egress'] })], true],
  ['a policy without rules, which denies', [aPolicy('api', {})], false],
  ['a policy over all Pods of the namespace', [aPolicy('all', { podSelector: {} })], false],
  ['a policy that says egress and means ingress as well', [aPolicy('api', { egress: [{}] })], false],
  ['a rule without sources and ports, which allows all', [ingress({})], true],
  ['empty lists, which are none', [ingress({ from: [], ports: [] })], true],
])('under %s', (_case, policies, expected) => {
  expect(isLetIn(policies)).toBe(expected);
});

test.each<[string, JsonObject, boolean]>([
  ['a number', { port: 8080 }, true],
  ['another number', { port: 80 }, false],
  ['a range that holds it', { port: 8000, endPort: 8080 }, true],
  ['a range that does not', { port: 8000, endPort: 8079 }, false],
  ['the name that the Pods give it', { port: 'http' }, true],
  ['another name', { port: 'admin' }, false],
  ['all of its protocol', { protocol: 'TCP' }, true],
  ['another protocol', { port: 8080, protocol: 'UDP' }, false],
])('a rule for %s', (_case, port, expected) => {
  expect(isLetIn([ingress({ ports: [port] })])).toBe(expected);
});

const web = { matchLabels: { app: 'web' } };

test.each<[string, JsonObject, boolean]>([
  ['Pods by label', { podSelector: web }, true],
  ['other Pods', { podSelector: { matchLabels: { app: 'other' } } }, false],
  ['all Pods of its namespace', { podSelector: {} }, true],
  [
    'Pods by an expression',
    { podSelector: { matchExpressions: [{ key: 'app', operator: 'NotIn', values: ['x'] }] } },
    true,
  ],
  ['Pods without a label', { podSelector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] } }, false],
  ['all namespaces', { namespaceSelector: {} }, true],
  ['Pods of another namespace', { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'x' } } }, false],
  [
    'Pods of namespaces of some label, which is not known',
    { namespaceSelector: { matchLabels: { team: 'a' } }, podSelector: web },
    true,
  ],
  ['other Pods of any namespace', { namespaceSelector: {}, podSelector: { matchLabels: { app: 'x' } } }, false],
  ['addresses anywhere', { ipBlock: { cidr: '0.0.0.0/0' } }, true],
  ['addresses of the outside', { ipBlock: { cidr: '10.20.0.0/16' } }, false],
])('a rule for %s', (_case, peer, expected) => {
  expect(isLetIn([ingress({ from: [peer] })])).toBe(expected);
});

test('Pods by label alone are those of the namespace of the policy', () => {
  expect(isLetIn([ingress({ from: [{ podSelector: web }] })], 'other')).toBe(false);
  expect(isLetIn([ingress({ from: [{ podSelector: web, namespaceSelector: {} }] })], 'other')).toBe(true);
});

test('the labels of a namespace of the set are known', () => {
  const namespace = {
    file: 'n.yaml',
    json: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'other', labels: { team: 'b' } } },
  };
  const from = (team: string) => ingress({ from: [{ namespaceSelector: { matchLabels: { team } } }] });

  expect(isLetIn([from('b'), namespace], 'other')).toBe(true);
  expect(isLetIn([from('a'), namespace], 'other')).toBe(false);
  expect(isLetIn([from('a')], 'other')).toBe(true);
});

test('policies are of one API group', () => {
  expect(isLetIn([anObject('crd.projectcalico.org/v1', 'NetworkPolicy', 'api', { spec: {} })])).toBe(true);
});

/** Tells whether Pods under a policy may ask DNS. */
function mayAsk(protocol: 'UDP' | 'TCP', ...egress: Json[]): boolean {
  const objects = [aServer('web'), aPolicy('web', { policyTypes: ['Egress'], egress })];
  const [client] = podTemplatesAmong(objects, {});
  if (client === undefined) throw new Error('no Pods');
  return allowsDns(new NetworkPolicies(objects, {}).over(client, 'Egress'), protocol, new NamespaceLabels(objects));
}

const system = { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } } };

test.each<[string, JsonObject, boolean]>([
  ['everybody', { ports: [{ port: 53, protocol: 'UDP' }] }, true],
  ['the system', { to: [system] }, true],
  ['the DNS of the system', { to: [{ ...system, podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }] }, true],
  ['other Pods of the system', { to: [{ ...system, podSelector: { matchLabels: { 'k8s-app': 'metrics' } } }] }, false],
  [
    'Pods of the system by a label that is not known',
    { to: [{ ...system, podSelector: { matchLabels: { tier: 'dns' } } }] },
    true,
  ],
  [
    'another namespace',
    { to: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }] },
    false,
  ],
  ['namespaces of some label', { to: [{ namespaceSelector: { matchLabels: { role: 'dns' } } }] }, true],
  ['the Pods of its own namespace', { to: [{ podSelector: {} }] }, false],
  ['the cache on each VM', { to: [{ ipBlock: { cidr: '169.254.20.10/32' } }] }, true],
  ['another port', { ports: [{ port: 443, protocol: 'UDP' }] }, false],
  ['the other protocol', { ports: [{ port: 53 }] }, false],
])('egress to %s and DNS', (_case, rule, expected) => {
  expect(mayAsk('UDP', rule)).toBe(expected);
});
