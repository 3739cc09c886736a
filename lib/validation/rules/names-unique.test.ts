import type { Manifest } from '../manifest';
import { checkOddInput } from '../testing/reach-arbitrary';
import { aConfigMap, anObject } from '../testing/reach-builders';
import { namesUnique } from './names-unique';

const check = (...manifests: Manifest[]) => namesUnique.check(manifests, {});

test.each<[string, Manifest, Manifest]>([
  ['of two names', aConfigMap('a', {}), aConfigMap('b', {})],
  ['of two kinds', aConfigMap('a', {}), anObject('v1', 'Secret', 'a', {})],
  ['of two namespaces', aConfigMap('a', {}), aConfigMap('a', {}, { namespace: 'other' })],
  ['of two groups', anObject('batch/v1', 'Job', 'a', {}), anObject('example.com/v1', 'Job', 'a', {})],
  ['without a name', anObject('v1', 'ConfigMap', '', {}), anObject('v1', 'ConfigMap', '', {})],
])('objects %s are two', (_case, one, other) => {
  expect(check(one, other)).toEqual([]);
});

test('the second object of a name is an error, whatever the version', () => {
  const first = anObject('policy/v1', 'PodDisruptionBudget', 'a', { spec: {} }, { file: 'one.yaml' });
  const second = anObject('policy/v1beta1', 'PodDisruptionBudget', 'a', {}, { file: 'two.yaml' });

  expect(check(first, second)).toEqual([
    {
      manifest: second,
      field: 'metadata.name',
      message: 'is the name of another object in one.yaml; the one that is applied later replaces the other',
    },
  ]);
});

test('it is said when both stand in one file', () => {
  expect(check(aConfigMap('a', { x: '1' }), aConfigMap('a', { x: '2' }))).toMatchObject([
    { message: 'is the name of another object in this file; the one that is applied later replaces the other' },
  ]);
});

test('the same object twice does no harm, and is a warning', () => {
  const second = aConfigMap('a', {}, { file: 'two.yaml' });

  expect(check(aConfigMap('a', {}, { file: 'one.yaml' }), second)).toEqual([
    {
      manifest: second,
      field: 'metadata.name',
      message: 'stands in one.yaml as well, word for word',
      remedy: 'Remove one of the two.',
      severity: 'warning',
    },
  ]);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(namesUnique)).not.toThrow();
});
