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

test.each([
  ['root-password', undefined],
  ['steam-password', 'stream-password'],
  ['streampassword', 'stream-password'],
  ['stream-password-1', 'stream-password'],
])('of the keys of a Secret, %j was probably meant to be %j', (name, meant) => {
  expect(tryNearestName(name, ['alert-password', 'admin-password', 'stream-password'])).toBe(meant);
});
