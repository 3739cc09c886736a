import * as fc from 'fast-check';
import { aContainer, aCronJob, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { oddManifests } from '../testing/odd-manifests';
import { objectValid } from './object-valid';

const aDeployment = (spec: JsonObject = {}, podSpec: JsonObject = {}) =>
  aWorkload({ spec: { selector: { matchLabels: { app: 'web' } }, ...spec }, podSpec });

const anObject = (json: JsonObject): Manifest => ({ json, file: 'x.yaml' });
const aSecret = (fields: JsonObject) =>
  anObject({ apiVersion: 'v1', kind: 'Secret', metadata: { name: 'door' }, ...fields });

const check = (...manifests: Manifest[]) =>
  objectValid.check(manifests, {}).map(({ field, message, remedy }) => [field, message, remedy]);

test('objects as Kubernetes describes them are fine', () => {
  const rollingUpdate = { maxSurge: 1, maxUnavailable: '25%' };

  expect(check(aDeployment({ replicas: 2, strategy: { rollingUpdate } }), aCronJob())).toEqual([]);
});

test('null is as good as not there, a status may hold anything, and custom resources are not judged', () => {
  const nulls = { replicas: null, strategy: null };
  const { json, file } = aDeployment(nulls, { nodeSelector: null, volumes: null });
  const custom = anObject({ apiVersion: 'example.org/v1', kind: 'Widget', replica: 1 });

  expect(check({ json: { ...json, status: { whatever: 1 } }, file }, custom)).toEqual([]);
});

test('a field that is not known is named, with what was probably meant', () => {
  const manifest = aDeployment({ replica: 2 }, { containers: [aContainer({ imagepullpolicy: 'Always' })] });

  expect(objectValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.replica',
      message: 'is not known to Kubernetes 1.27 in this place',
      detail:
        'known: minReadySeconds, paused, progressDeadlineSeconds, replicas, revisionHistoryLimit, selector, strategy, template',
      remedy: 'Write replicas.',
    },
    expect.objectContaining({
      field: 'spec.template.spec.containers[web].imagepullpolicy',
      remedy: 'Write imagePullPolicy.',
    }),
  ]);
});

test('a field in a wrong place is not known there, however it is spelt', () => {
  const unknown = 'is not known to Kubernetes 1.27 in this place';
  const remedy = 'Remove it, or move it to where it belongs.';

  expect(check(aDeployment({ containers: [] }), aSecret({ status: {}, 'a.b': 1 }))).toEqual([
    ['spec.containers', unknown, remedy],
    ['status', unknown, remedy],
    ['[a.b]', unknown, remedy],
  ]);
});

test('a value of a wrong type is named without being shown', () => {
  const env = [{ name: 'DEBUG', value: true }];
  const manifest = aDeployment({ replicas: '2' }, { containers: [aContainer({ env, ports: {} })] });

  expect(check(manifest, aSecret({ stringData: { pin: 4711 }, data: { key: 'not base64' } }))).toEqual([
    ['spec.replicas', 'is a text; a whole number of 32 bits is expected', 'Write the value without quotes.'],
    ['spec.template.spec.containers[web].ports', 'is an object; a list is expected', undefined],
    [
      'spec.template.spec.containers[web].env[DEBUG].value',
      'is true or false; a text is expected',
      'Put the value in quotes.',
    ],
    ['stringData[pin]', 'is a number; a text is expected', 'Put the value in quotes.'],
    ['data[key]', 'is a text; a text in base64 is expected', undefined],
  ]);
});

test('a field that the server demands is missing, also as null', () => {
  const missing = 'is missing; Kubernetes 1.27 demands it';

  expect(check(aWorkload({ containers: [{ image: 'web:1' }] }))).toEqual([
    ['spec.selector', missing, undefined],
    ['spec.template.spec.containers[0].name', missing, undefined],
  ]);
  expect(check(anObject({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: null }))).toEqual([
    ['spec', missing, undefined],
  ]);
});

test('a field that the schema calls required and the server does not demand may be missing', () => {
  const metadata = { name: 'deny' };
  const policy = anObject({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec: {} });

  expect(check(policy)).toEqual([]);
});

test('a kind that 1.27 no longer serves is refused, and nothing is said of its fields', () => {
  expect(check(aWorkload({ apiVersion: 'apps/v1beta1', spec: { rollbackTo: {} } }))).toEqual([
    [
      'apiVersion',
      'is "apps/v1beta1", in which Kubernetes 1.27 serves no "Deployment"',
      'Write apiVersion: apps/v1; some fields may differ.',
    ],
  ]);
});

test('it takes any JSON for an object', () => {
  const property = fc.property(
    oddManifests(aDeployment(), aCronJob(), aSecret({ data: { a: 'aGk=' } })),
    (manifests) => {
      objectValid.check(manifests, {});
    },
  );

  expect(() => fc.assert(property)).not.toThrow();
});
