import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allEnvironments } from './all-environments';
import { environmentSource } from './environment';

const ROOT = join(__dirname, '..', '..');

test('there are a test and a production environment', () => {
  expect(allEnvironments.map(({ name, production }) => [name, production])).toEqual(
    expect.arrayContaining([
      ['test', false],
      ['prod', true],
    ]),
  );
});

test.each(allEnvironments.map((environment) => [environmentSource(environment)]))(
  '%s, which people are told to open, is there',
  (source) => {
    expect(existsSync(join(ROOT, source))).toBe(true);
  },
);

test('drivers run in Pods in one of them and in YARN in another, so that both ways are built', () => {
  expect(new Set(allEnvironments.map(({ hadoop }) => hadoop.reachesPods))).toEqual(new Set([true, false]));
});

test('browsers come by port in one of them and by Ingress in another', () => {
  expect(new Set(allEnvironments.map(({ entries }) => entries.focus.type))).toEqual(new Set(['node-port', 'ingress']));
});
