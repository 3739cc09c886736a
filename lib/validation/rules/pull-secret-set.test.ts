import type { JsonObject, Manifest } from '../manifest';
import { aContainer, aCronJob, aWorkload } from '../testing/manifest-builders';
import { checkOddInput } from '../testing/reach-arbitrary';
import { anObject } from '../testing/reach-builders';
import { pullSecretSet } from './pull-secret-set';

const registry = { host: 'dtr.bank.example', organisation: 'znyw', pullSecret: 'dtr-znyw' };

const check = (...manifests: Manifest[]) => pullSecretSet.check(manifests, { registry });

const pulling = (podSpec: JsonObject, image = 'dtr.bank.example/znyw/web:1') =>
  aWorkload({ containers: [aContainer({ image })], podSpec });

const account = (name: string) => anObject('v1', 'ServiceAccount', name, { imagePullSecrets: [{ name: 'dtr-znyw' }] });

test.each<[string, Manifest[]]>([
  ['names it', [pulling({ imagePullSecrets: [{ name: 'other' }, { name: 'dtr-znyw' }] })]],
  ['has a ServiceAccount that names it', [pulling({ serviceAccountName: 'web' }), account('web')]],
  ['has the default ServiceAccount, which names it', [pulling({}), account('default')]],
  ['pulls from elsewhere', [pulling({}, 'mongo:7')]],
])('a Pod that %s is given the pull Secret or needs none', (_case, manifests) => {
  expect(check(...manifests)).toEqual([]);
});

test.each<[string, JsonObject, string]>([
  ['names none', {}, 'names no pull Secret'],
  ['names others', { imagePullSecrets: [{ name: 'a' }, { name: 'b' }] }, 'names a, b'],
])('a Pod that %s pulls as a stranger', (_case, podSpec, found) => {
  const manifest = pulling(podSpec);

  expect(check(manifest)).toEqual([
    {
      manifest,
      field: 'spec.template.spec.imagePullSecrets',
      message: `${found}; images from dtr.bank.example need dtr-znyw`,
    },
  ]);
});

test('a Pod that names other pull Secrets is not given those of its ServiceAccount', () => {
  expect(check(pulling({ imagePullSecrets: [{ name: 'a' }] }), account('default'))).toHaveLength(1);
});

test('the image of an init container is enough', () => {
  const podSpec = { initContainers: [aContainer({ image: 'dtr.bank.example/znyw/web:1' })] };

  expect(check(aCronJob({ podSpec }))).toMatchObject([
    { field: 'spec.jobTemplate.spec.template.spec.imagePullSecrets' },
  ]);
});

test('without a registry nothing is asked', () => {
  expect(pullSecretSet.needs).toEqual(['registry']);
  expect(pullSecretSet.check([pulling({})], {})).toEqual([]);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(pullSecretSet)).not.toThrow();
});
