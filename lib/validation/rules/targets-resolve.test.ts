import type { JsonObject, Manifest } from '../manifest';
import { checkOddInput } from '../testing/reach-arbitrary';
import { aConfigMap, anObject, aServer, aService } from '../testing/reach-builders';
import type { RuleEnvironment } from '../rule';
import { targetsResolve } from './targets-resolve';

const OUTSIDE: RuleEnvironment = {
  namespace: 'znyw-prod',
  outside: [
    { kind: 'Secret', name: 'tls' },
    { kind: 'Service', name: 'portal' },
    { kind: 'Secret', name: 'keys', keys: ['a.keytab'] },
  ],
};

const check = (manifests: readonly Manifest[], environment: RuleEnvironment = {}) =>
  targetsResolve.check(manifests, environment);

const anIngress = (service: JsonObject, spec: JsonObject = {}) =>
  anObject('networking.k8s.io/v1', 'Ingress', 'entry', {
    spec: { rules: [{ http: { paths: [{ backend: { service } }] } }], ...spec },
  });

const anAutoscaler = (apiVersion: string, kind: string, name: string) =>
  anObject('autoscaling/v2', 'HorizontalPodAutoscaler', 'scale', {
    spec: { scaleTargetRef: { apiVersion, kind, name } },
  });

const mounting = (subPath: string, volume: JsonObject) =>
  aServer('web', {
    container: { volumeMounts: [{ name: 'v', mountPath: '/etc/x', subPath }] },
    podSpec: { volumes: [{ name: 'v', ...volume }] },
  });

const conf = aConfigMap('conf', { 'a.conf': '', 'b.conf': '' });

test.each<[string, Manifest[]]>([
  ['an Ingress by the number of a port', [anIngress({ name: 'web', port: { number: 80 } }), aService('web')]],
  ['an Ingress by the name of a port', [anIngress({ name: 'web', port: { name: 'web' } }), aService('web')]],
  [
    'an Ingress to what is made outside',
    [anIngress({ name: 'portal', port: { number: 80 } }, { tls: [{ secretName: 'tls' }] })],
  ],
  ['an autoscaler', [anAutoscaler('apps/v1', 'Deployment', 'web'), aServer('web')]],
  ['an autoscaler of a kind that is not of Kubernetes', [anAutoscaler('example.com/v1', 'Fleet', 'web')]],
  [
    'a disruption budget',
    [
      anObject('policy/v1', 'PodDisruptionBudget', 'b', { spec: { selector: { matchLabels: { app: 'web' } } } }),
      aServer('web'),
    ],
  ],
  ['a StatefulSet', [aServer('db', { kind: 'StatefulSet', spec: { serviceName: 'db' } }), aService('db')]],
  ['a StatefulSet without a Service', [aServer('db', { kind: 'StatefulSet' })]],
  ['a pull Secret', [aServer('web', { podSpec: { imagePullSecrets: [{ name: 'tls' }] } })]],
  ['a mounted file', [mounting('a.conf', { configMap: { name: 'conf' } }), conf]],
  [
    'a mounted folder',
    [mounting('x/', { configMap: { name: 'conf', items: [{ key: 'a.conf', path: './x/y' }] } }), conf],
  ],
  ['a file of a Secret made outside', [mounting('a.keytab', { secret: { secretName: 'keys' } })]],
  ['a folder of a claim, which is made', [mounting('any', { persistentVolumeClaim: { claimName: 'data' } })]],
  ['a file of an optional ConfigMap', [mounting('any', { configMap: { name: 'conf', optional: true } }), conf]],
  [
    'a file of one of several sources',
    [mounting('any', { projected: { sources: [{ configMap: { name: 'conf' } }] } }), conf],
  ],
])('%s points at what is there', (_case, manifests) => {
  expect(check(manifests, OUTSIDE)).toEqual([]);
});

test('an Ingress needs its Services, also the one by default', () => {
  const manifest = anIngress({ name: 'wbe', port: { number: 80 } }, { defaultBackend: { service: { name: 'any' } } });
  const detail = 'there are: web';

  expect(check([manifest, aService('web')])).toEqual([
    {
      manifest,
      field: 'spec.defaultBackend.service.name',
      message: 'names the Service "any", which is not in the set',
      detail,
    },
    {
      manifest,
      field: 'spec.rules[0].http.paths[0].backend.service.name',
      message: 'names the Service "wbe", which is not in the set',
      detail,
    },
  ]);
});

test.each<[string, JsonObject, string, string]>([
  ['number', { number: 8080 }, 'port.number', 'is 8080'],
  ['name', { name: 'http' }, 'port.name', 'is "http"'],
])('an Ingress needs a port that its Service has, by %s', (_case, port, field, found) => {
  const manifest = anIngress({ name: 'web', port });

  expect(check([manifest, aService('web')])).toEqual([
    {
      manifest,
      field: `spec.rules[0].http.paths[0].backend.service.${field}`,
      message: `${found}; Service web has web 80`,
    },
  ]);
});

test('a Secret is judged only where it is known what is made outside', () => {
  const ingress = anIngress({ name: 'portal', port: { number: 80 } }, { tls: [{ secretName: 'tsl' }] });
  const server = aServer('web', { podSpec: { imagePullSecrets: [{ name: 'dtr' }] } });

  expect(check([server])).toEqual([]);
  expect(check([ingress, server], OUTSIDE)).toMatchObject([
    {
      field: 'spec.tls[0].secretName',
      message: 'names the Secret "tsl", which is neither in the set nor declared as made outside',
    },
    {
      field: 'spec.template.spec.imagePullSecrets[dtr]',
      message: 'names the Secret "dtr", which is neither in the set nor declared as made outside',
    },
  ]);
});

test('an autoscaler finds its target by kind, group and name', () => {
  const field = 'spec.scaleTargetRef';
  const detail = 'there are: web';

  const manifest = anAutoscaler('apps/v1', 'Deployment', 'wbe');

  expect(check([manifest, aServer('web')])).toEqual([
    { manifest, field, message: 'names the Deployment "wbe", which is not in the set', detail },
  ]);
  expect(check([anAutoscaler('extensions/v1beta1', 'Deployment', 'web'), aServer('web')])).toHaveLength(1);
  expect(check([anAutoscaler('apps/v1', 'StatefulSet', 'web'), aServer('web')])).toHaveLength(1);
});

test('a disruption budget that selects nothing is a warning', () => {
  const manifest = anObject('policy/v1', 'PodDisruptionBudget', 'b', {
    spec: { selector: { matchLabels: { app: 'x' } } },
  });

  expect(check([manifest, aServer('web')])).toEqual([
    {
      manifest,
      field: 'spec.selector',
      message: 'selects the Pods of no workload of its namespace in the set',
      severity: 'warning',
    },
  ]);
});

test('a StatefulSet runs without its Service, which is a warning', () => {
  expect(check([aServer('db', { kind: 'StatefulSet', spec: { serviceName: 'dbs' } })])).toMatchObject([
    { field: 'spec.serviceName', message: 'names the Service "dbs", which is not in the set', severity: 'warning' },
  ]);
});

test.each<[string, JsonObject, string]>([
  ['of a ConfigMap', { configMap: { name: 'conf' } }, 'ConfigMap conf makes a.conf, b.conf'],
  ['of items', { configMap: { name: 'conf', items: [{ key: 'a.conf', path: 'x' }] } }, 'ConfigMap conf makes x'],
  ['of a Secret made outside', { secret: { secretName: 'keys' } }, 'Secret keys makes a.keytab'],
])('a mounted file %s that is not there becomes an empty folder', (_case, volume, has) => {
  const manifest = mounting('c.conf', volume);

  expect(check([manifest, conf], OUTSIDE)).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].volumeMounts[0].subPath',
      message: `is "c.conf"; ${has}`,
    },
  ]);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(targetsResolve)).not.toThrow();
});
