import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject } from 'cdk8s';
import { allEnvironments } from '../environments/all-environments';
import { prod } from '../environments/prod';
import { allRules } from '../validation/all-rules';
import { build } from './build-app';
import { runSynthesis } from './run-synthesis';

// Seconds differ from machine to machine; how often something is done does not.

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Counts what is done meanwhile: how often each object is rendered, and each rule asked. */
function counted(work: () => void) {
  // Every kind renders itself by way of this one.
  const renders = jest.spyOn(ApiObject.prototype, 'toJson');
  const checks = allRules.map((rule) => [rule.id, jest.spyOn(rule, 'check')] as const);
  work();
  const byObject = new Map<unknown, number>();
  for (const object of renders.mock.contexts) byObject.set(object, (byObject.get(object) ?? 0) + 1);
  const counts = {
    objects: byObject.size,
    rendersOfOne: [...new Set(byObject.values())],
    asked: new Map(checks.map(([id, { mock }]) => [id, mock.calls.length])),
  };
  jest.restoreAllMocks();
  return counts;
}

function objectsOf(app: ReturnType<typeof build>): number {
  return app.node.findAll().filter((construct) => construct instanceof ApiObject).length;
}

test('a synth of all environments renders each object once, and asks each rule once of each environment', () => {
  const said: string[] = [];
  const { objects, rendersOfOne, asked } = counted(() => {
    runSynthesis(allEnvironments, build, join(folder, 'dist'), { write: (text) => said.push(text) });
  });

  expect(said.join('')).toMatch(/^environment /);
  expect(objects).toBe(allEnvironments.reduce((sum, environment) => sum + objectsOf(build(environment)), 0));
  expect(rendersOfOne).toEqual([1]);
  expect(asked).toEqual(new Map(allRules.map(({ id }) => [id, allEnvironments.length])));
});

test('the synth of one app, as cdk8s would call it, does so as well', () => {
  const { objects, rendersOfOne, asked } = counted(() => build(prod, folder).synth());

  expect(objects).toBe(objectsOf(build(prod)));
  expect(rendersOfOne).toEqual([1]);
  expect(asked).toEqual(new Map(allRules.map(({ id }) => [id, 1])));
});
