import type { JsonObject, Manifest } from '../manifest';
import { checkOddInput } from '../testing/reach-arbitrary';
import { aConfigMap, aPolicy, aServer, aService } from '../testing/reach-builders';
import type { RuleEnvironment } from '../rule';
import { connectionAllowed } from './connection-allowed';

const OUTSIDE: RuleEnvironment = { namespace: 'znyw-prod', outside: [{ kind: 'Service', name: 'elsewhere' }] };

const check = (manifests: readonly Manifest[], environment: RuleEnvironment = {}) =>
  connectionAllowed.check(manifests, environment);

const DNS = {
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};
const toApi = { to: [{ podSelector: { matchLabels: { app: 'api' } } }], ports: [{ port: 8080 }] };
const fromWeb = { from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 8080 }] };

const client = (...env: JsonObject[]) => aServer('web', { container: { env } });
const url = { name: 'API_URL', value: 'http://api:80' };
const server = [aService('api'), aServer('api')];
const egress = (...rules: JsonObject[]) => aPolicy('web', { policyTypes: ['Egress'], egress: rules });
const ingress = (...rules: JsonObject[]) => aPolicy('api', { policyTypes: ['Ingress'], ingress: rules });

const FIELD = 'spec.template.spec.containers[web].env[API_URL]';
const GIVEN = 'is given http://api:80, which is TCP 8080 of Deployment api';

test('without a policy on either side every address is let through', () => {
  expect(check([client(url), ...server])).toEqual([]);
});

test('policies that allow the port of the Pods, and DNS, let the address through', () => {
  expect(check([client(url), ...server, egress(DNS, toApi), ingress(fromWeb)])).toEqual([]);
});

test('an address that the egress of the client does not allow is an error', () => {
  const manifest = client(url);

  expect(check([manifest, ...server, egress(DNS), ingress(fromWeb)])).toEqual([
    {
      manifest,
      field: FIELD,
      message: `${GIVEN}; the egress of NetworkPolicy web does not allow it`,
      remedy: 'Allow TCP 8080 to the Pods of api in the egress of NetworkPolicy web.',
    },
  ]);
});

test('an address that the ingress of the server does not allow is an error about the client', () => {
  const manifest = client(url);

  expect(check([manifest, ...server, ingress()])).toEqual([
    {
      manifest,
      field: FIELD,
      message: `${GIVEN}; the ingress of NetworkPolicy api does not allow it`,
      remedy: 'Allow TCP 8080 from the Pods of web in the ingress of NetworkPolicy api.',
    },
  ]);
});

test('the port of the Service in a policy is of no use: policies see that of the Pods', () => {
  expect(check([client(url), ...server, ingress({ ...fromWeb, ports: [{ port: 80 }] })])).toHaveLength(1);
});

test('one of several policies is enough', () => {
  const more = aPolicy('more', { podSelector: { matchLabels: { app: 'api' } }, ingress: [fromWeb] });

  expect(check([client(url), ...server, ingress(), more])).toEqual([]);
});

test('a client that is given a name and may not ask DNS reaches nothing by it', () => {
  const manifest = client(url);
  const named = { manifest, field: FIELD };

  expect(check([manifest, ...server, egress(toApi)])).toEqual([
    {
      ...named,
      message: 'is given the name api; the egress of NetworkPolicy web does not allow DNS, UDP 53',
      remedy: 'Allow UDP 53 to the DNS of the cluster in the egress of NetworkPolicy web.',
      severity: 'error',
    },
    {
      ...named,
      message: 'is given the name api; the egress of NetworkPolicy web does not allow DNS, TCP 53',
      remedy: 'Allow TCP 53 to the DNS of the cluster in the egress of NetworkPolicy web.',
      severity: 'warning',
    },
  ]);
  expect(
    check([aServer('web', { container: { env: [url] }, podSpec: { dnsPolicy: 'None' } }), ...server, egress(toApi)]),
  ).toEqual([]);
});

test('a name outside the cluster needs DNS as well, which is a warning', () => {
  const mail = { name: 'SMTP_HOST', value: 'smtp.bank.example' };

  expect(check([client(mail), egress()])).toMatchObject([{ severity: 'warning' }, { severity: 'warning' }]);
  expect(check([client({ ...mail, value: '10.1.2.3' }), egress()])).toEqual([]);
});

test.each<[string, JsonObject]>([
  ['a host', { env: [{ name: 'API_HOST', value: 'api' }] }],
  [
    'a host beside its port',
    {
      env: [
        { name: 'API_HOST', value: 'api' },
        { name: 'API_PORT', value: '80' },
      ],
    },
  ],
  ['one of several servers', { env: [{ name: 'API_SERVERS', value: 'other:80,api:80' }] }],
  ['a name with its namespace', { env: [{ name: 'API_URL', value: 'http://api.znyw-prod' }] }],
  ['a name with all domains', { env: [{ name: 'API_URL', value: 'http://api.znyw-prod.svc.cluster.local/x' }] }],
  ['a host and port in any variable', { env: [{ name: 'OPTS', value: '-Dapi=api:80' }] }],
  ['a flag', { args: ['--host=api', '--port=80'] }],
  ['a flag and its value apart', { command: ['call', '-h', 'api'] }],
  ['a URL in a script', { args: ['set -e\ncurl http://user:word@api/x'] }],
])('%s is an address', (_case, container) => {
  expect(check([aServer('web', { container }), ...server, ingress()])).toHaveLength(1);
});

test.each<[string, JsonObject]>([
  ['a value that equals the name of a Service', { env: [{ name: 'ROLE', value: 'api' }] }],
  [
    'a part of a word',
    {
      env: [
        { name: 'API_URL', value: 'http://api-old:80' },
        { name: 'A', value: 'my.api:80' },
      ],
    },
  ],
  ['a name that is put together at run time', { env: [{ name: 'API_URL', value: 'http://api-$(ZONE):80' }] }],
  ['an image', { env: [{ name: 'IMAGE', value: 'dtr.bank.example/znyw/api:80' }] }],
  ['a comment', { args: ['# http://api:80'] }],
  ['a Service of another namespace', { env: [{ name: 'API_URL', value: 'http://api.other:80' }] }],
])('%s is not', (_case, container) => {
  expect(check([aServer('web', { container }), ...server, ingress()])).toEqual([]);
});

test('what a workload reads in a ConfigMap counts, and what it does not read does not', () => {
  const data = { 'web.conf': 'proxy_pass http://api:80;', 'other.conf': 'x', API_HOST: 'api' };
  const reading = (volume: JsonObject, mount: JsonObject = {}) =>
    aServer('web', {
      container: { volumeMounts: [{ name: 'v', mountPath: '/etc/web', ...mount }] },
      podSpec: { volumes: [{ name: 'v', configMap: { name: 'conf', ...volume } }] },
    });
  const others = [aConfigMap('conf', data), ...server, ingress()];
  const whole = reading({});
  const variables = aServer('web', { container: { envFrom: [{ configMapRef: { name: 'conf' } }] } });
  const variable = aServer('web', {
    container: { env: [{ name: 'X_HOST', valueFrom: { configMapKeyRef: { name: 'conf', key: 'API_HOST' } } }] },
  });

  expect(check([whole, ...others])).toMatchObject([{ field: 'spec.template.spec.volumes[v].configMap.name' }]);
  expect(check([reading({ items: [{ key: 'other.conf', path: 'x' }] }), ...others])).toEqual([]);
  expect(check([reading({}, { subPath: 'other.conf' }), ...others])).toEqual([]);
  expect(check([reading({}, { subPath: 'web.conf' }), ...others])).toHaveLength(1);
  expect(check([variables, ...others])).not.toEqual([]);
  expect(check([variable, ...others])).toMatchObject([
    { field: 'spec.template.spec.containers[web].env[X_HOST].valueFrom.configMapKeyRef.key' },
  ]);
});

test('the words of a line that sets a host count as addresses', () => {
  const script = "printf '[client]\\nhost=%s\\n' api > /tmp/client.cnf";

  expect(check([aServer('web', { container: { args: [script] } }), ...server, ingress()])).toHaveLength(1);
});

test('a workload that is given its own name is let be', () => {
  const own = aServer('api', { container: { env: [{ name: 'PUBLIC_URL', value: 'http://api:80' }] } });

  expect(check([aService('api'), own, ingress()])).toEqual([]);
});

test('a port that the Service does not have is an error, policies or not', () => {
  const manifest = client({ ...url, value: 'http://api:8080' });

  expect(check([manifest, ...server])).toEqual([
    {
      manifest,
      field: FIELD,
      message: 'is given http://api:8080; Service api has port 80',
      remedy: 'Correct the port of the address, or add it to the Service.',
    },
  ]);
  expect(check([client({ name: 'NOTE', value: 'api:7' }), ...server])).toEqual([]);
});

test('the name of a headless Service leads to the ports of the Pods themselves', () => {
  const headless = aService('api', { clusterIP: 'None' });

  expect(
    check([client({ ...url, value: 'http://api-0.api:8080' }), headless, aServer('api'), ingress(fromWeb)]),
  ).toEqual([]);
  expect(
    check([client({ ...url, value: 'http://api-0.api:9090' }), headless, aServer('api'), ingress(fromWeb)]),
  ).toHaveLength(1);
});

test('where the port is left open, one that is let through is enough', () => {
  const ports = [
    { name: 'a', port: 1, targetPort: 7001 },
    { name: 'b', port: 2, targetPort: 8080 },
  ];
  const host = { name: 'API_HOST', value: 'api' };

  expect(check([client(host), aService('api', { ports }), aServer('api'), ingress(fromWeb)])).toEqual([]);
  expect(check([client(host), aService('api', { ports }), aServer('api'), ingress()])).toHaveLength(1);
});

test('a Service that is nowhere is an error where it is known what is made outside', () => {
  const manifest = client({ ...url, value: 'http://apy:80' });

  expect(check([manifest, ...server])).toEqual([]);
  expect(check([manifest, ...server], OUTSIDE)).toEqual([
    {
      manifest,
      field: FIELD,
      message: 'is given http://apy:80; a Service of this name is neither in the set nor declared as made outside',
      detail: 'there are: api',
      remedy: 'Correct the address, add the Service to the set, or declare it in the environment as made outside.',
    },
  ]);
});

test.each<[string, JsonObject, JsonObject]>([
  ['that is made outside', { ...url, value: 'http://elsewhere:80' }, {}],
  ['of this very Pod', { ...url, value: 'http://localhost:80' }, {}],
  ['of a cluster of HDFS', { name: 'FS_URL', value: 'hdfs://aiops/user' }, {}],
  ['with a dot, which may be anywhere', { ...url, value: 'http://api.example:80' }, {}],
  [
    'that the Pod has an alias for',
    { ...url, value: 'http://old:80' },
    { hostAliases: [{ ip: '10.0.0.1', hostnames: ['old'] }] },
  ],
])('a name %s is none', (_case, variable, podSpec) => {
  expect(check([aServer('web', { container: { env: [variable] }, podSpec })], OUTSIDE)).toEqual([]);
});

test('Pods in the network of their VM are not under any policy', () => {
  const onVm = aServer('api', { podSpec: { hostNetwork: true } });

  expect(check([client(url), aService('api'), onVm, ingress()])).toEqual([]);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(connectionAllowed)).not.toThrow();
});
