import type { JsonObject, Manifest } from '../manifest';
import { checkOddInput } from '../testing/reach-arbitrary';
import { aServer } from '../testing/reach-builders';
import { probePortListed } from './probe-port-listed';

const check = (...manifests: Manifest[]) => probePortListed.check(manifests, {});

const FIELD = 'spec.template.spec.containers[web]';

test.each<[string, JsonObject]>([
  ['a port by its name', { livenessProbe: { httpGet: { port: 'http' } } }],
  ['a port by its number', { livenessProbe: { tcpSocket: { port: 8080 } } }],
  ['a number, where no port is listed', { ports: [], livenessProbe: { tcpSocket: { port: 8080 } } }],
  ['what parks the Pod, of which another rule speaks', { readinessProbe: { httpGet: { port: 'htp' } } }],
])('a probe may ask %s', (_case, container) => {
  expect(check(aServer('web', { container }))).toEqual([]);
});

test('a liveness probe that names a port that is not there watches nothing', () => {
  const manifest = aServer('web', { container: { ports: [], livenessProbe: { httpGet: { port: 'htp' } } } });

  expect(check(manifest)).toEqual([
    {
      manifest,
      field: `${FIELD}.livenessProbe.httpGet.port`,
      message: 'is "htp"; the container lists no port',
      severity: 'error',
    },
  ]);
});

test('a number that is not listed beside others is a warning', () => {
  const manifest = aServer('web', { container: { readinessProbe: { grpc: { port: 9 } } } });

  expect(check(manifest)).toEqual([
    {
      manifest,
      field: `${FIELD}.readinessProbe.grpc.port`,
      message: 'is 9; the container lists http 8080',
      severity: 'warning',
    },
  ]);
});

test('a Job is never waited for to be ready, so that its probe is merely of no use', () => {
  const container = { readinessProbe: { httpGet: { port: 'htp' } } };

  expect(check(aServer('migrate', { apiVersion: 'batch/v1', kind: 'Job', container }))).toMatchObject([
    { message: 'is "htp"; the container lists http 8080', severity: 'error' },
  ]);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(probePortListed)).not.toThrow();
});
