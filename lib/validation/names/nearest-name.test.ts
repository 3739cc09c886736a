import { tryNearestName } from './nearest-name';

const FIELDS = ['replicas', 'selector', 'template', 'strategy', 'imagePullPolicy', 'name', 'type'];

test.each([
  ['replica', 'replicas'],
  ['Selector', 'selector'],
  ['stratgey', 'strategy'],
  ['imagepullpolicy', 'imagePullPolicy'],
  ['nam', 'name'],
])('%j was probably meant to be %j', (name, meant) => {
  expect(tryNearestName(name, FIELDS)).toBe(meant);
});

test.each(['', 'zz', 'serviceAccountName', 'x'.repeat(100_000)])('nothing is near to %.20j', (name) => {
  expect(tryNearestName(name, FIELDS)).toBeUndefined();
});
