import * as fc from 'fast-check';
import type { JsonObject, Manifest } from '../manifest';
import { aContainer, aCronJob, aWorkload } from '../testing/manifest-builders';
import { apiGroupOf, containersOf, tryWorkload, workloadName, workloadsAmong } from './pods';

const aPod: Manifest = {
  file: 'pod.yaml',
  json: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'bare' }, spec: { containers: [aContainer()] } },
};

test.each([
  ['apps/v1', 'Deployment'],
  ['apps/v1', 'StatefulSet'],
  ['apps/v1', 'DaemonSet'],
  ['apps/v1', 'ReplicaSet'],
  ['apps/v1beta1', 'Deployment'],
  ['v1', 'ReplicationController'],
  ['batch/v1', 'Job'],
])('a %s %s has its Pods in spec.template.spec', (apiVersion, kind) => {
  const workload = tryWorkload(aWorkload({ apiVersion, kind }));

  expect(workload?.podPath).toBe('spec.template.spec');
  expect(workload?.containers.map(({ path }) => path)).toEqual(['spec.template.spec.containers[web]']);
});

test('a Pod is its own template, and a CronJob has that of its Job', () => {
  expect(containersOf(aPod).map(({ path }) => path)).toEqual(['spec.containers[web]']);
  expect(containersOf(aCronJob()).map(({ path }) => path)).toEqual([
    'spec.jobTemplate.spec.template.spec.containers[web]',
  ]);
});

test.each([
  ['v1', 'Deployment'],
  ['extensions/v1beta1', 'Deployment'],
  ['batch.example.org/v1', 'Job'],
  ['apps/v1/x', 'Deployment'],
  ['', 'Pod'],
  ['apps/v1', 'Pod'],
  ['v1', 'Service'],
  ['v1', 'constructor'],
])('a %s %s runs no Pods', (apiVersion, kind) => {
  const manifest = aWorkload({ apiVersion, kind });

  expect(tryWorkload(manifest)).toBeUndefined();
  expect(containersOf(manifest)).toEqual([]);
});

test('containers come first, then init containers, and one without a name is known by its index', () => {
  const manifest = aWorkload({
    containers: [{ name: 'mongod' }, { image: 'x' }, { name: 5 }],
    podSpec: { initContainers: [{ name: 'prepare' }, {}] },
  });

  expect(containersOf(manifest).map(({ name, init, path }) => [name, init, path])).toEqual([
    ['mongod', false, 'spec.template.spec.containers[mongod]'],
    ['', false, 'spec.template.spec.containers[1]'],
    ['', false, 'spec.template.spec.containers[2]'],
    ['prepare', true, 'spec.template.spec.initContainers[prepare]'],
    ['', true, 'spec.template.spec.initContainers[1]'],
  ]);
});

test('a workload is called by its name, or by its kind where it has none', () => {
  const names = workloadsAmong([aWorkload({ name: 'mongo' }), aWorkload({ name: '' })]).map(workloadName);

  expect(names).toEqual(['mongo', 'Deployment']);
});

test.each([
  ['apps/v1', 'apps'],
  ['v1', ''],
  ['v2', undefined],
  ['', undefined],
  ['a/b/c', undefined],
])('the apiVersion %j is of the group %j', (apiVersion, group) => {
  expect(apiGroupOf(apiVersion)).toBe(group);
});

test('a workload of any malformed shape is one without containers or with empty ones', () => {
  const json = fc.jsonValue();
  const kinds = fc.constantFrom(['apps/v1', 'Deployment'], ['batch/v1', 'CronJob'], ['v1', 'Pod']);
  fc.assert(
    fc.property(kinds, json, json, ([apiVersion = '', kind = ''], metadata, spec) => {
      const objects: JsonObject[] = [
        { apiVersion, kind, metadata, spec },
        { apiVersion, kind, metadata, spec: { template: spec, containers: spec, jobTemplate: { spec } } },
        { apiVersion, kind, metadata, spec: { template: { spec: { containers: spec, initContainers: [spec] } } } },
      ];

      expect(workloadsAmong(objects.map((object) => ({ json: object, file: 'x' })))).toHaveLength(3);
    }),
  );
});
