import { apiObjects } from './api-objects';
import { refusalOf } from './testing-reading';

const pod = { apiVersion: 'v1', kind: 'Pod' };

test('an object is itself', () => {
  expect(apiObjects(pod)).toEqual([pod]);
});

test('a List is its items, those of Lists within it included', () => {
  const list = { apiVersion: 'v1', kind: 'List', items: [pod, { kind: 'List', apiVersion: 'v1', items: [pod, pod] }] };

  expect(apiObjects(list)).toEqual([pod, pod, pod]);
});

test('an item without a type has that of its List', () => {
  expect(apiObjects({ apiVersion: 'apps/v1', kind: 'DeploymentList', items: [{ metadata: {} }, pod] })).toEqual([
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: {} },
    pod,
  ]);
});

test('an empty List is nothing', () => {
  expect(apiObjects({ apiVersion: 'v1', kind: 'List', items: [] })).toEqual([]);
});

test.each([
  ['a text', 'hello', 'is a string, where an API object is expected'],
  ['a list', [pod], 'is a list, where an API object is expected'],
  [
    'null in a List',
    { kind: 'List', items: [null] },
    'is a List with an item that is null, where an API object is expected',
  ],
])('%s is refused', (_, value, expected) => {
  expect(refusalOf(() => apiObjects(value))).toBe(expected);
});
