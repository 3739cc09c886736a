import * as fc from 'fast-check';
import { aContainer, aCronJob, aWorkload } from '../testing/manifest-builders';
import type { WorkloadParts } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { oddManifests } from '../testing/odd-manifests';
import { configRestartsPods } from './config-restarts-pods';

const OURS = { name: 'prod', namespace: 'znyw-prod' };
const FIELD = 'spec.template.metadata.annotations[znyw/config-checksum]';

const aConfigMap = (name: string, fields: JsonObject = {}): Manifest => ({
  json: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'znyw-prod' }, data: {}, ...fields },
  file: `${name}.yaml`,
});

/** A workload that mounts a ConfigMap, with annotations on its Pods. */
function mounting(name: string, annotations: JsonObject = {}, parts: WorkloadParts = {}): Manifest {
  const volumes = [{ name: 'config', configMap: { name } }];
  const containers = [aContainer({ volumeMounts: [{ name: 'config', mountPath: '/etc/web' }] })];
  return annotated(aWorkload({ containers, podSpec: { volumes }, ...parts }), annotations);
}

function annotated({ json, file }: Manifest, annotations: JsonObject): Manifest {
  const { spec } = json as { spec: { template: JsonObject } };
  return { file, json: { ...json, spec: { ...spec, template: { ...spec.template, metadata: { annotations } } } } };
}

const check = (manifests: readonly Manifest[], environment = {}) =>
  configRestartsPods.check(manifests, environment).map(({ field, message }) => [field, message]);

test('a workload of ours with the checksum on its Pods is fine', () => {
  const manifests = [aConfigMap('web'), mounting('web', { 'znyw/config-checksum': '7c5099031c742941' })];

  expect(check(manifests, OURS)).toEqual([]);
});

test('without it a change of the ConfigMap does not reach the Pods, which is an error', () => {
  const manifest = mounting('web', { 'checksum/config': 'abc' });

  expect(configRestartsPods).toMatchObject({ class: 'policy', severity: 'error' });
  expect(configRestartsPods.check([aConfigMap('web'), manifest], OURS)).toEqual([
    {
      manifest,
      field: FIELD,
      message: 'is missing, so that a change of ConfigMap web does not reach the Pods that run',
    },
  ]);
});

test.each(['checksum/config', 'config-hash', 'configSHA256', 'reloader.stakater.com/auto'])(
  'with others, %s does as well',
  (annotation) => {
    expect(check([aConfigMap('web'), mounting('web', { [annotation]: 'true' })])).toEqual([]);
  },
);

test('with others it is a warning: their programs may read a file again by themselves', () => {
  const problems = configRestartsPods.check(
    [aConfigMap('web'), mounting('web', { 'prometheus.io/scrape': 'true' })],
    {},
  );

  expect(problems.map(({ field, severity }) => [field, severity])).toEqual([[FIELD, 'warning']]);
});

test('variables count like files, and each ConfigMap is named once', () => {
  const env = [{ name: 'A', valueFrom: { configMapKeyRef: { name: 'settings', key: 'a' } } }];
  const container = aContainer({
    env,
    envFrom: [{ configMapRef: { name: 'more' } }, { configMapRef: { name: 'more' } }],
  });

  expect(check([aConfigMap('settings'), aConfigMap('more'), aWorkload({ containers: [container] })])).toEqual([
    [FIELD, 'is missing, so that a change of ConfigMap more, settings does not reach the Pods that run'],
  ]);
});

test.each<[string, readonly Manifest[]]>([
  ['is not in the set', [mounting('web')]],
  ['is of another namespace', [aConfigMap('web', { metadata: { name: 'web', namespace: 'other' } }), mounting('web')]],
  ['cannot change', [aConfigMap('web', { immutable: true }), mounting('web')]],
  ['has a hash in its name', [aConfigMap('web-7h4k2mtd56'), mounting('web-7h4k2mtd56')]],
  [
    'is read by Jobs, which start anew',
    [aConfigMap('web'), mounting('web', {}, { apiVersion: 'batch/v1', kind: 'Job' })],
  ],
])('a ConfigMap that %s needs no checksum', (_case, manifests) => {
  expect(check(manifests, OURS)).toEqual([]);
});

test('it takes any JSON for an object', () => {
  const property = fc.property(oddManifests(aConfigMap('web'), mounting('web'), aCronJob()), (manifests) => {
    configRestartsPods.check(manifests, OURS);
  });

  expect(() => fc.assert(property)).not.toThrow();
});
