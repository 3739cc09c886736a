import type { JsonObject, Manifest } from '../../../validation/manifest';
import { aConfigMap, anObject, aPolicy, aServer, aService } from '../../../validation/testing/reach-builders';
import { edgesAmong, graphsOf } from '../testing/edge-texts';

const WEB: JsonObject = { podSelector: { matchLabels: { app: 'web' } } };
const DB: JsonObject = { podSelector: { matchLabels: { app: 'db' } } };

function webWith(variables: Readonly<Record<string, string>>): Manifest {
  const env = Object.entries(variables).map(([name, value]) => ({ name, value }));
  return aServer('web', { container: { env } });
}

function ingress(service: string, host: string): Manifest {
  const backend = { service: { name: service, port: { name: 'web' } } };
  return anObject('networking.k8s.io/v1', 'Ingress', 'entry', {
    spec: { rules: [{ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend }] } }] },
  });
}

describe('addresses', () => {
  test('an address in a variable is a connection to the port of the Pod', () => {
    expect(edgesAmong([webWith({ DB_URL: 'http://db:80' }), aServer('db'), aService('db')])).toEqual([
      'web -> db 8080/TCP',
    ]);
  });

  test('so is one in a file that is mounted', () => {
    const web = aServer('web', {
      container: { volumeMounts: [{ name: 'files', mountPath: '/etc/web' }] },
      podSpec: { volumes: [{ name: 'files', configMap: { name: 'web' } }] },
    });

    expect(
      edgesAmong([web, aConfigMap('web', { 'nginx.conf': 'proxy_pass http://db;' }), aServer('db'), aService('db')]),
    ).toEqual(['web -> db 8080/TCP']);
  });

  test('an address that a NetworkPolicy does not let through is none', () => {
    const shut = aPolicy('db', { policyTypes: ['Ingress'], ingress: [] });

    expect(edgesAmong([webWith({ DB_URL: 'http://db' }), aServer('db'), aService('db'), shut])).toEqual([]);
  });

  test('whoever is told his own name does not talk to himself', () => {
    expect(edgesAmong([webWith({ OWN_URL: 'http://web' }), aService('web')])).toEqual([]);
  });

  test('without addresses and policies nobody talks to anybody', () => {
    expect(edgesAmong([aServer('web'), aServer('db'), aService('web'), aService('db')])).toEqual([]);
  });
});

describe('policies', () => {
  test('a pair that both sides name is a connection by the ports that both allow', () => {
    const egress = aPolicy('web', {
      policyTypes: ['Egress'],
      egress: [{ to: [DB], ports: [{ port: 8080 }, { port: 1 }] }],
    });
    const entrance = aPolicy('db', { policyTypes: ['Ingress'], ingress: [{ from: [WEB], ports: [{ port: 'http' }] }] });

    expect(edgesAmong([aServer('web'), aServer('db'), egress, entrance])).toEqual(['web -> db 8080/TCP']);
  });

  test('one side is enough where the other is under no policy', () => {
    const entrance = aPolicy('db', {
      ingress: [{ from: [WEB], ports: [{ port: 5432 }, { port: 53, protocol: 'UDP' }] }],
    });

    expect(edgesAmong([aServer('web'), aServer('db'), entrance])).toEqual(['web -> db 53/UDP 5432/TCP']);
  });

  test('a pair that the other side does not let through is none', () => {
    const entrance = aPolicy('db', { ingress: [{ from: [WEB] }] });
    const shut = aPolicy('web', { policyTypes: ['Egress'] });

    expect(edgesAmong([aServer('web'), aServer('db'), entrance, shut])).toEqual([]);
  });

  test.each<[string, JsonObject]>([
    ['everybody', {}],
    ['all Pods of the namespace', { from: [{ podSelector: {} }] }],
    ['a label that all Pods have', { from: [{ podSelector: { matchLabels: { of: 'us' } } }] }],
    ['all namespaces', { from: [{ namespaceSelector: {} }] }],
  ])('a policy that lets in %s names nobody', (_, rule) => {
    const labels = (app: string) => ({ labels: { app, of: 'us' } });

    expect(
      edgesAmong([aServer('web', labels('web')), aServer('db', labels('db')), aPolicy('db', { ingress: [rule] })]),
    ).toEqual([]);
  });

  test('what a policy says of a direction that it is not about counts for nothing', () => {
    const entrance = aPolicy('db', { policyTypes: ['Egress'], ingress: [{ from: [WEB] }] });

    expect(edgesAmong([aServer('web'), aServer('db'), entrance])).toEqual([]);
  });

  test('Pods of a namespace outside the set stand outside, and the DNS of the cluster is left out', () => {
    const named = (name: string, app: string) => ({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } },
      podSelector: { matchLabels: { app } },
    });
    const policy = aPolicy('web', {
      ingress: [{ from: [named('monitoring', 'prometheus')], ports: [{ port: 'http' }] }],
      egress: [{ to: [named('kube-system', 'kube-dns')], ports: [{ port: 53, protocol: 'UDP' }] }],
    });

    expect(edgesAmong([aServer('web'), policy])).toEqual(['prometheus -> web 8080/TCP']);
  });
});

describe('entries', () => {
  test('browsers come by an Ingress, known by its host', () => {
    const [graph] = graphsOf([aServer('web'), aService('web'), ingress('web', 'shop.example.org')]);

    expect(graph?.nodes.map(({ label, role, detail, words }) => [label, role, detail, words?.zh])).toEqual([
      ['Browsers', 'outside', 'shop.example.org', '浏览器'],
      ['web', 'entry', 'web:1', undefined],
    ]);
    expect(graph?.edges).toEqual([{ from: 'outside:browsers', to: 'Deployment/znyw-prod/web', ports: ['8080/TCP'] }]);
  });

  test.each<[JsonObject, string]>([
    [{ type: 'NodePort', ports: [{ port: 80, targetPort: 'http', nodePort: 30080 }] }, '30080/TCP'],
    [{ type: 'NodePort' }, '80/TCP'],
    [{ type: 'LoadBalancer' }, '80/TCP'],
  ])('clients come by %j', (spec, port) => {
    expect(edgesAmong([aServer('web'), aService('web', spec)])).toEqual([`Clients outside -> web ${port}`]);
  });
});

test('a NodePort that only some addresses may use is no entry for everybody', () => {
  const service = aService('web', { type: 'NodePort' });
  const from = (cidr: string) =>
    aPolicy('web', { ingress: [{ from: [{ ipBlock: { cidr } }], ports: [{ port: 'http' }] }] });

  expect(edgesAmong([aServer('web'), service, from('10.9.0.0/24')])).toEqual(['10.9.0.0/24 -> web 8080/TCP']);
  expect(edgesAmong([aServer('web'), service, from('0.0.0.0/0')])).toEqual(['Clients outside -> web 80/TCP']);
});

describe('outside systems', () => {
  const block = (cidr: string, port: number): JsonObject => ({ to: [{ ipBlock: { cidr } }], ports: [{ port }] });

  test('a block of addresses is known by the variable that gives hosts for its port', () => {
    const web = webWith({
      KAFKA_BOOTSTRAP_SERVERS: 'k1.bank.example:9092,k2.bank.example:9092',
      MAIL_HOST: 'm.bank.example',
      MAIL_PORT: '25',
    });
    const policy = aPolicy('web', {
      policyTypes: ['Egress'],
      egress: [block('10.1.0.0/24', 9092), block('10.2.0.1/32', 25)],
    });

    expect(edgesAmong([web, policy])).toEqual(['web -> Kafka 9092/TCP', 'web -> Mail 25/TCP']);
  });

  test('a block that nobody is told a host of is known by its addresses, and one that comes in too', () => {
    const policy = aPolicy('web', {
      policyTypes: ['Ingress', 'Egress'],
      egress: [block('10.1.0.0/24', 9092)],
      ingress: [{ from: [{ ipBlock: { cidr: '10.1.0.0/24' } }], ports: [{ port: 'http' }] }],
    });

    expect(edgesAmong([aServer('web'), policy])).toEqual([
      '10.1.0.0/24 -> web 8080/TCP',
      'web -> 10.1.0.0/24 9092/TCP',
    ]);
  });

  test('a host stands outside where nothing forbids it, also under a policy for all addresses', () => {
    const web = webWith({ LDAP_URL: 'ldap://ldap.bank.example:389' });

    expect(edgesAmong([web])).toEqual(['web -> LDAP 389/TCP']);
    expect(edgesAmong([web, aPolicy('web', { policyTypes: ['Egress'], egress: [block('0.0.0.0/0', 389)] })])).toEqual([
      'web -> LDAP 389/TCP',
    ]);
    expect(edgesAmong([web, aPolicy('web', { policyTypes: ['Egress'], egress: [] })])).toEqual([]);
  });

  test('two workloads that are told the same host share the system', () => {
    const other = aServer('other', { container: { env: [{ name: 'DIRECTORY_HOST', value: 'ldap.bank.example' }] } });
    const [graph] = graphsOf([webWith({ LDAP_URL: 'ldap://ldap.bank.example:389' }), other]);

    expect(graph?.nodes.filter(({ role }) => role === 'outside').map(({ detail }) => detail)).toEqual([
      'ldap.bank.example',
    ]);
  });

  test('an ExternalName and a Service outside the set stand outside', () => {
    const legacy = aService('billing', { type: 'ExternalName', externalName: 'billing.bank.example', selector: null });

    expect(edgesAmong([webWith({ BILLING_URL: 'http://billing:80', OTHER_URL: 'http://other:9000' }), legacy])).toEqual(
      ['web -> Billing 80/TCP', 'web -> Other 9000/TCP'],
    );
  });

  test('what is no address of anybody is none', () => {
    const variables = {
      A_URL: 'http://localhost:80',
      B_HOST: '127.0.0.1',
      C_URL: 'hdfs:///a',
      D_HOST: '0.0.0.0',
      E: 'a.b:1',
    };

    expect(edgesAmong([webWith(variables)])).toEqual([]);
  });
});
