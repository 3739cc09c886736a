import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { allEnvironments } from './all-environments';
import { environmentSource } from './environment';

const ROOT = join(__dirname, '..', '..');

test('there are a test and a production environment', () => {
  expect(allEnvironments.map(({ name, namespace }) => [name, namespace])).toEqual([
    ['test', 'znyw-test'],
    ['prod', 'znyw-prod'],
  ]);
});

test.each(allEnvironments.map((environment) => [environmentSource(environment)]))(
  '%s, which people are told to open, is there',
  (source) => {
    expect(existsSync(join(ROOT, source))).toBe(true);
  },
);

test('drivers run in Pods in one of them and in YARN in the other, so that both ways are built', () => {
  expect(allEnvironments.map(({ name, hadoop }) => [name, hadoop.reachesPods])).toEqual([
    ['test', false],
    ['prod', true],
  ]);
});

test('browsers come by port in one of them and by Ingress in the other', () => {
  expect(allEnvironments.map(({ entries }) => [entries.focus.type, entries.anomaly.type])).toEqual([
    ['node-port', 'node-port'],
    ['ingress', 'ingress'],
  ]);
});
