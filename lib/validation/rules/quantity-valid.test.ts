import * as fc from 'fast-check';
import { aContainer, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import type { Json, Manifest } from '../manifest';
import { oddManifests } from '../testing/odd-manifests';
import { quantityValid } from './quantity-valid';

const check = (...manifests: Manifest[]) =>
  quantityValid.check(manifests, {}).map(({ field, message }) => `${field} ${message}`);

const withMemory = (memory: Json) => aWorkload({ containers: [aContainer({ resources: { limits: { memory } } })] });

test.each<Json>(['1Gi', '1.5G', '.5', '1e3', '+1', '-1', 0, 0.25, 1e21, null, ' 2 ', '\u00a01Gi\u3000'])(
  '%j is a quantity to Kubernetes',
  (memory) => {
    expect(check(withMemory(memory))).toEqual([]);
  },
);

test.each<[Json, string]>([
  ['1GB', '"1GB"'],
  ['512mb', '"512mb"'],
  ['2 Gi', '"2 Gi"'],
  ['1Gi\n', String.raw`"1Gi\n"`],
  ['', '""'],
  ['much', '"much"'],
  [true, 'true or false'],
  [['1Gi'], 'a list'],
  [{ amount: 1 }, 'an object'],
])('%j is none', (memory, shown) => {
  expect(check(withMemory(memory))).toEqual([
    `spec.template.spec.containers[web].resources.limits.memory is ${shown}; a quantity is expected`,
  ]);
});

test('amounts are found wherever the API has one', () => {
  const volumes = [{ name: 'tmp', emptyDir: { sizeLimit: '1GB' } }];
  const initContainers = [aSizedContainer('prepare', '1core/', '')];
  const volumeClaimTemplates = [{ spec: { resources: { requests: { storage: '20 GB' } } } }];
  const workload = aWorkload({
    kind: 'StatefulSet',
    spec: { volumeClaimTemplates },
    podSpec: { volumes, initContainers },
  });
  const quota = { apiVersion: 'v1', kind: 'ResourceQuota', spec: { hard: { 'requests.cpu': '8C' } } };

  expect(check(workload, { json: quota, file: 'quota.yaml' })).toEqual([
    'spec.volumeClaimTemplates[0].spec.resources.requests.storage is "20 GB"; a quantity is expected',
    'spec.template.spec.volumes[tmp].emptyDir.sizeLimit is "1GB"; a quantity is expected',
    'spec.template.spec.initContainers[prepare].resources.requests.cpu is "1core"; a quantity is expected',
    'spec.hard[requests.cpu] is "8C"; a quantity is expected',
  ]);
});

test('the finding names the object, and cannot be acknowledged', () => {
  const manifest = withMemory('1GB');

  expect(quantityValid).toMatchObject({ class: 'refused', severity: 'error' });
  expect(quantityValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].resources.limits.memory',
      message: 'is "1GB"; a quantity is expected',
    },
  ]);
});

test('it takes any JSON for an object', () => {
  const property = fc.property(oddManifests(withMemory('1Gi'), aWorkload()), (manifests) => {
    quantityValid.check(manifests, {});
  });

  expect(() => fc.assert(property)).not.toThrow();
});
