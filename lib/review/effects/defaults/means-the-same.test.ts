import type { JsonObject } from '../../../validation/manifest';
import { anObject } from '../../../validation/testing/reach-builders';
import { aTakenWorkload } from '../testing-effects';
import { meansTheSame } from './means-the-same';

const aDeployment = (container: JsonObject, spec: JsonObject = {}) => aTakenWorkload('Deployment', spec, container);

test('an object that writes its defaults out means the same', () => {
  const probe = { tcpSocket: { port: 80 } };
  const before = aDeployment({ livenessProbe: probe });
  const after = aDeployment(
    { imagePullPolicy: 'IfNotPresent', livenessProbe: { ...probe, periodSeconds: 10 } },
    { replicas: 1, strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%' } } },
  );

  expect(meansTheSame(before, after)).toBe(true);
  expect(meansTheSame(after, before)).toBe(true);
});

test('base64 on several lines means what it means on one', () => {
  const [one, other] = ['YWJjZGVmZ2g=', 'YWJj\nZGVmZ2g=\n'].map((a) =>
    anObject('v1', 'Secret', 'keys', { data: { a } }),
  );

  expect(one !== undefined && other !== undefined && meansTheSame(one, other)).toBe(true);
});

test.each<[string, JsonObject]>([
  ['a value other than the default', { livenessProbe: { tcpSocket: { port: 80 }, periodSeconds: 11 } }],
  ['a tag', { image: 'web:2' }],
])('%s means something else', (_, container) => {
  expect(meansTheSame(aDeployment({ livenessProbe: { tcpSocket: { port: 80 } } }), aDeployment(container))).toBe(false);
});

test('a namespace that is left to the environment is no difference, and neither is a status', () => {
  const { json, file } = aDeployment({});
  const metadata = { name: 'web' };

  expect(meansTheSame({ json, file }, { json: { ...json, metadata, status: { replicas: 3 } }, file })).toBe(true);
});
