import type { Manifest } from '../manifest';
import { checkOddInput } from '../testing/reach-arbitrary';
import { anObject, aServer, aService } from '../testing/reach-builders';
import { serviceReachesPods } from './service-reaches-pods';

const check = (...manifests: Manifest[]) => serviceReachesPods.check(manifests, {});

test.each<[string, Manifest[]]>([
  ['by the name of its port', [aService('web'), aServer('web')]],
  ['by number', [aService('web', { ports: [{ port: 80, targetPort: 8080 }] }), aServer('web')]],
  [
    'by its own number, which a port has without a target',
    [aService('web', { ports: [{ port: 8080 }] }), aServer('web')],
  ],
  ['that is scaled to 0', [aService('web'), aServer('web', { spec: { replicas: 0 } })]],
  ['with more labels than asked', [aService('web'), aServer('web', { labels: { app: 'web', tier: 'front' } })]],
])('a Service reaches a workload %s', (_case, manifests) => {
  expect(check(...manifests)).toEqual([]);
});

test('a selector that no Pod of the namespace answers to is an error', () => {
  const service = aService('web');
  const message = 'asks for app=web, which no workload of its namespace in the set has on its Pods';

  expect(check(service, aServer('api'))).toEqual([
    { manifest: service, field: 'spec.selector', message, severity: 'error' },
  ]);
  expect(check(service, aServer('web', { namespace: 'other' }), aServer('api'))).toMatchObject([{ severity: 'error' }]);
});

test('it is a warning where the set has no Pods, or an operator may make them', () => {
  const operated = anObject('kafka.strimzi.io/v1beta2', 'Kafka', 'bus', {});

  expect(check(aService('web'))).toMatchObject([{ severity: 'warning' }]);
  expect(check(aService('web'), aServer('api'), operated)).toMatchObject([{ severity: 'warning' }]);
});

test.each<[string, Manifest]>([
  ['an ExternalName', aService('web', { type: 'ExternalName', externalName: 'web.example' })],
  ['one without a selector', aService('web', { selector: {} })],
  ['an object of another group', anObject('serving.knative.dev/v1', 'Service', 'web', {})],
])('%s is left alone', (_case, manifest) => {
  expect(check(manifest, aServer('api'))).toEqual([]);
});

test('a label that the controller puts on each Pod is not looked for in the template', () => {
  const ports = [{ port: 80, targetPort: 'http' }];
  const selector = { 'statefulset.kubernetes.io/pod-name': 'db-0' };

  expect(check(aService('db-0', { selector, ports }), aServer('db', { kind: 'StatefulSet' }))).toEqual([]);
});

test('a named target that a workload does not declare is an error about each such workload', () => {
  const service = aService('web', { ports: [{ name: 'web', port: 80, targetPort: 'htp' }] });
  const bare = aServer('bare', { labels: { app: 'web' }, container: { ports: [] } });

  expect(check(service, aServer('web'), bare)).toEqual([
    {
      manifest: service,
      field: 'spec.ports[web].targetPort',
      message: 'is "htp", no TCP port of Deployment web; it declares http 8080/TCP',
    },
    {
      manifest: service,
      field: 'spec.ports[web].targetPort',
      message: 'is "htp", no TCP port of Deployment bare; it declares no port',
    },
  ]);
});

test('a named target has to be of the same protocol, and of a container that runs', () => {
  const udp = aService('web', { ports: [{ port: 80, protocol: 'UDP', targetPort: 'http' }] });
  const init = { ports: [], name: 'web' };
  const initContainers = [{ name: 'prepare', ports: [{ name: 'http', containerPort: 8080 }] }];

  expect(check(udp, aServer('web'))).toMatchObject([
    { message: 'is "http", no UDP port of Deployment web; it declares http 8080/TCP' },
  ]);
  expect(check(aService('web'), aServer('web', { container: init, podSpec: { initContainers } }))).toHaveLength(1);
});

test('a number that is not declared works, and is a warning', () => {
  const service = aService('web', { ports: [{ port: 80, targetPort: 9090 }] });

  expect(check(service, aServer('web'))).toEqual([
    {
      manifest: service,
      field: 'spec.ports[0].targetPort',
      message: 'is 9090, which Deployment web does not declare as a TCP port; it declares http 8080/TCP',
      severity: 'warning',
    },
  ]);
  expect(check(aService('web', { clusterIP: 'None', ports: [{ port: 9090 }] }), aServer('web'))).toEqual([]);
});

test('a Job that merely has the labels of its application is not asked for the port', () => {
  const job = aServer('migrate', {
    apiVersion: 'batch/v1',
    kind: 'Job',
    labels: { app: 'web' },
    container: { ports: [] },
  });

  expect(check(aService('web'), aServer('web'), job)).toEqual([]);
  expect(check(aService('web'), job)).toHaveLength(1);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(serviceReachesPods)).not.toThrow();
});
