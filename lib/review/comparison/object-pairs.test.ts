import * as fc from 'fast-check';
import type { Json, Manifest } from '../../validation/manifest';
import { oddManifests } from '../../validation/testing/odd-manifests';
import { objectPairs } from './object-pairs';

function anObject(apiVersion: string, kind: string, name: string, namespace?: string, note?: string): Manifest {
  const metadata: { [field: string]: Json } = { name };
  if (namespace !== undefined) metadata['namespace'] = namespace;
  return { json: { apiVersion, kind, metadata, ...(note !== undefined && { note }) }, file: `${name}.yaml` };
}

/** Ids with which sides are there. */
function sides(before: readonly Manifest[], after: readonly Manifest[], namespace?: string): readonly string[] {
  return objectPairs(before, after, namespace).map(
    (pair) => `${pair.id} ${pair.before === undefined ? '' : 'before'}${pair.after === undefined ? '' : 'after'}`,
  );
}

test('an object stays the same in another version and another file', () => {
  const before = anObject('apps/v1beta1', 'Deployment', 'web', 'prod');
  const after = { ...anObject('apps/v1', 'Deployment', 'web', 'prod'), file: 'other.yaml' };

  expect(objectPairs([before], [after])).toEqual([{ id: 'Deployment/prod/web', before, after }]);
});

test('pairs are sorted by id, whatever the order of the sets', () => {
  const objects = ['b', 'a', 'c'].map((name) => anObject('v1', 'Service', name, 'prod'));

  expect(sides(objects.slice(0, 2), objects.slice(1))).toEqual([
    'Service/prod/a beforeafter',
    'Service/prod/b before',
    'Service/prod/c after',
  ]);
});

test('of two objects with one name in a set, the later counts', () => {
  const [first, second] = [anObject('v1', 'Service', 'a', 'p', '1'), anObject('v1', 'Service', 'a', 'p', '2')];

  expect(objectPairs([first, second], [second, first])).toEqual([{ id: 'Service/p/a', before: second, after: first }]);
});

test('objects of one kind in two groups are two, and the id of one names its group', () => {
  const [core, other] = [anObject('v1', 'Event', 'a', 'p'), anObject('events.k8s.io/v1', 'Event', 'a', 'p')];

  expect(sides([core, other], [other])).toEqual(['Event.events.k8s.io/p/a beforeafter', 'Event/p/a before']);
  expect(sides([other], [])).toEqual(['Event/p/a before']);
});

test('an object without a namespace goes to that of the environment, unless its kind has none', () => {
  const [without, within] = [anObject('v1', 'Service', 'a'), anObject('v1', 'Service', 'a', 'prod')];
  const role = anObject('rbac.authorization.k8s.io/v1', 'ClusterRole', 'r');

  expect(sides([without, role], [within, role], 'prod')).toEqual([
    'ClusterRole//r beforeafter',
    'Service/prod/a beforeafter',
  ]);
  expect(sides([without], [within])).toEqual(['Service//a before', 'Service/prod/a after']);
});

test('objects without a name go by what their names begin with', () => {
  const generated = (prefix: string): Manifest => ({
    json: { apiVersion: 'batch/v1', kind: 'Job', metadata: { generateName: prefix } },
    file: 'a.yaml',
  });

  expect(sides([generated('a-')], [generated('a-'), generated('b-')])).toEqual([
    'Job//a-* beforeafter',
    'Job//b-* after',
  ]);
});

test('each object of both sets is in one pair, under an id of its own, whatever it is', () => {
  const objects = oddManifests(anObject('v1', 'Service', 'a', 'p'), anObject('x/v1', 'Service', 'a'));
  fc.assert(
    fc.property(objects, objects, (before, after) => {
      const pairs = objectPairs(before, after);
      const ids = pairs.map(({ id }) => id);

      expect(ids).toEqual([...new Set(ids)].sort());
      expect(objectPairs(after, before).length).toBe(pairs.length);
      for (const pair of pairs)
        expect(before.includes(pair.before as Manifest) || after.includes(pair.after as Manifest)).toBe(true);
    }),
  );
});
