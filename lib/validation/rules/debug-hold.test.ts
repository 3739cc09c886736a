import * as fc from 'fast-check';
import { aContainer, aCronJob, aWorkload } from '../testing/manifest-builders';
import type { Json, JsonObject, Manifest } from '../manifest';
import { oddManifests } from '../testing/odd-manifests';
import { debugHold } from './debug-hold';

const HOLD = 'spec.template.metadata.annotations[znyw/debug-hold]';
const MESSAGE = 'is "true": containers are kept alive without their start scripts, and their probes are off';

function held(value: Json, container: JsonObject = {}): Manifest {
  const { json, file } = aWorkload({ containers: [aContainer(container)] });
  const { spec } = json as { spec: { template: JsonObject } };
  const template = { ...spec.template, metadata: { annotations: { 'znyw/debug-hold': value } } };
  return { file, json: { ...json, spec: { template } } };
}

test('a workload without a hold, or with one that is off, is fine', () => {
  expect(debugHold.check([aWorkload(), held('false'), held('')], { production: true })).toEqual([]);
});

test('a hold is an error in production', () => {
  const manifest = held('true');

  expect(debugHold.check([manifest], { name: 'prod', production: true })).toEqual([
    { manifest, field: HOLD, message: `${MESSAGE}, in production`, severity: 'error' },
  ]);
});

test.each<Json>(['true', true])('a hold, written as %j, is a warning elsewhere', (value) => {
  const manifest = held(value);

  expect(debugHold.severity).toBe('warning');
  expect(debugHold.check([manifest], { name: 'test' })).toEqual([{ manifest, field: HOLD, message: MESSAGE }]);
});

test('a container that is made to sleep is found without the annotation, as a warning', () => {
  const manifest = aWorkload({ containers: [aContainer(), aContainer({ name: 'x', command: ['sleep', 'infinity'] })] });

  expect(debugHold.check([manifest], { production: true })).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[x].command',
      message: 'is "sleep infinity", which keeps the container alive and does nothing',
      remedy: 'Write what the container is there for.',
    },
  ]);
});

test('its arguments count with the command, or alone', () => {
  const containers = [aContainer({ name: 'a', command: ['sh', '-c'], args: ['tail -f /dev/null'] })];
  const initContainers = [aContainer({ name: 'b', args: ['sleep', '365d'] })];
  const problems = debugHold.check([aCronJob({ containers, podSpec: { initContainers } })], {});

  expect(problems.map(({ field }) => field)).toEqual([
    'spec.jobTemplate.spec.template.spec.containers[a].command',
    'spec.jobTemplate.spec.template.spec.initContainers[b].args',
  ]);
});

test('a hold is told once, not for each container that sleeps for it', () => {
  expect(debugHold.check([held('true', { command: ['sleep', 'infinity'] })], {})).toHaveLength(1);
});

test('it takes any JSON for an object', () => {
  const property = fc.property(
    oddManifests(held('true'), aCronJob({ containers: [{ command: ['sleep'] }] })),
    (manifests) => {
      debugHold.check(manifests, {});
    },
  );

  expect(() => fc.assert(property)).not.toThrow();
});
