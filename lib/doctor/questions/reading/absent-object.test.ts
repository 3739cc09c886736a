import { anExpectation } from '../../testing/a-cluster';
import { aClusterObject, NAMESPACE } from '../../testing/cluster-objects';
import { clusterOf } from '../../testing/waiting-objects';
import { absentObject, isMisspelt } from './absent-object';

test.each([
  ['web-confg', 'web-config', true],
  ['web-conf', 'web-config', true],
  ['web', 'web-backup', false],
  ['mysql-data', 'mysql-backup', false],
])('%s is a slip for %s: %s', (name, nearest, isSlip) => {
  expect(isMisspelt(name, { nearest, isPublished: false, isMadeOutside: false })).toBe(isSlip);
});

test('a name that was published, or that is known to be made outside, is no slip', () => {
  const cluster = clusterOf(aClusterObject('v1', 'Secret', { name: 'mysql-1' }));
  const of = { kind: 'Secret', namespace: NAMESPACE, name: 'mysql' };
  const outside = anExpectation([], { outside: [{ kind: 'Secret', name: 'mysql' }] });
  const published = anExpectation([aClusterObject('v1', 'Secret', { name: 'mysql' })]);

  expect(isMisspelt('mysql', absentObject(cluster, anExpectation([]), of))).toBe(true);
  expect(isMisspelt('mysql', absentObject(cluster, outside, of))).toBe(false);
  expect(isMisspelt('mysql', absentObject(cluster, published, of))).toBe(false);
});

test('only objects of the same kind and namespace are near', () => {
  const elsewhere = aClusterObject('v1', 'Secret', { name: 'mysql-1', namespace: 'other' });
  const cluster = clusterOf(elsewhere, aClusterObject('v1', 'ConfigMap', { name: 'mysql-1' }));

  const absent = absentObject(cluster, anExpectation([]), { kind: 'Secret', namespace: NAMESPACE, name: 'mysql' });

  expect(absent).toEqual({ isPublished: false, isMadeOutside: false });
});
