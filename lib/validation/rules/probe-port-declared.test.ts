import type { JsonObject, Manifest } from '../manifest';
import { checkOddInput } from '../testing/reach-arbitrary';
import { aServer } from '../testing/reach-builders';
import { probePortDeclared } from './probe-port-declared';

const check = (...manifests: Manifest[]) => probePortDeclared.check(manifests, {});

const PATH = 'spec.template.spec.containers[web]';

test.each<[string, JsonObject]>([
  ['a port by its name', { readinessProbe: { httpGet: { port: 'http' } } }],
  ['a number, listed or not', { readinessProbe: { tcpSocket: { port: 9 } }, startupProbe: { grpc: { port: 8080 } } }],
  ['a number as a text', { readinessProbe: { httpGet: { port: '9' } } }],
  ['no port', { readinessProbe: { exec: { command: ['true'] } } }],
])('a probe that asks %s comes to a result', (_case, container) => {
  expect(check(aServer('web', { container }))).toEqual([]);
});

test.each(['startupProbe', 'readinessProbe'])('a %s that names a port that is not there parks the Pod', (probe) => {
  const manifest = aServer('web', { container: { [probe]: { httpGet: { port: 'htp' } } } });

  expect(check(manifest)).toEqual([
    { manifest, field: `${PATH}.${probe}.httpGet.port`, message: 'is "htp"; the container declares http' },
  ]);
});

test('the ports of other containers do not count', () => {
  const containers = [
    { name: 'web', readinessProbe: { tcpSocket: { port: 'admin' } } },
    { name: 'side', ports: [{ name: 'admin', containerPort: 9 }] },
  ];
  const manifest = aServer('web', { podSpec: { containers } });

  expect(check(manifest)).toEqual([
    {
      manifest,
      field: `${PATH}.readinessProbe.tcpSocket.port`,
      message: 'is "admin"; the container declares no port by a name',
    },
  ]);
});

test('a liveness probe, and any probe of a Job, lets its container run on', () => {
  const probe = { httpGet: { port: 'htp' } };
  const job = { apiVersion: 'batch/v1', kind: 'Job', container: { readinessProbe: probe } };

  expect(check(aServer('web', { container: { livenessProbe: probe } }), aServer('migrate', job))).toEqual([]);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(probePortDeclared)).not.toThrow();
});
