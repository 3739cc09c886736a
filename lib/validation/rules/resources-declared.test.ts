import { aContainer, aCronJob, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { resourcesDeclared } from './resources-declared';

const BOUND = 'the quota demands requests.cpu, requests.memory, limits.cpu and limits.memory of every container';

const check = (...manifests: Manifest[]) => resourcesDeclared.check(manifests, {});

test.each<[string, JsonObject]>([
  ['all four', { requests: { cpu: '1', memory: '1Gi' }, limits: { cpu: '1', memory: '1Gi' } }],
  ['limits only, which become the requests', { limits: { cpu: '1', memory: '1Gi' } }],
  ['an explicit 0', { requests: { cpu: 0 }, limits: { cpu: 0, memory: '0' } }],
  ['a quantity that cannot be read, of which another rule speaks', { limits: { cpu: 'much', memory: '1GB' } }],
])('a container with %s is complete', (_case, resources) => {
  expect(check(aWorkload({ containers: [aContainer({ resources })] }))).toEqual([]);
});

test.each<[string, JsonObject, string]>([
  ['nothing', {}, 'has no requests.cpu, no requests.memory, no limits.cpu, no limits.memory'],
  ['requests only', { requests: { cpu: '1', memory: '1Gi' } }, 'has no limits.cpu, no limits.memory'],
  ['CPU only', { requests: { cpu: '1' }, limits: { cpu: '1' } }, 'has no requests.memory, no limits.memory'],
  ['no limit of CPU', { requests: { cpu: '1' }, limits: { memory: '1Gi' } }, 'has no limits.cpu'],
  ['null as a limit', { requests: { cpu: '1' }, limits: { cpu: null, memory: '1Gi' } }, 'has no limits.cpu'],
])('a container with %s is refused', (_case, resources, found) => {
  const manifest = aWorkload({ containers: [aContainer({ name: 'mongod', resources })] });

  expect(check(manifest)).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[mongod].resources',
      message: `container mongod ${found}; ${BOUND}`,
    },
  ]);
});

test('init containers are asked as well, and each container on its own', () => {
  const manifest = aCronJob({
    containers: [aContainer(), aSizedContainer('log', '', '1/')],
    podSpec: { initContainers: [aSizedContainer('prepare', '', '/1Gi'), aContainer({ name: '', resources: null })] },
  });

  expect(check(manifest).map(({ field, message }) => `${field}: ${message.replace(`; ${BOUND}`, '')}`)).toEqual([
    'spec.jobTemplate.spec.template.spec.containers[log].resources: container log has no requests.memory, no limits.memory',
    'spec.jobTemplate.spec.template.spec.initContainers[prepare].resources: init container prepare has no requests.cpu, no limits.cpu',
    'spec.jobTemplate.spec.template.spec.initContainers[1].resources: init container without a name has no requests.cpu, no requests.memory, no limits.cpu, no limits.memory',
  ]);
});

test('a workload that is scaled to 0 is asked like any other', () => {
  expect(check(aWorkload({ spec: { replicas: 0 }, containers: [aContainer({ resources: {} })] }))).toHaveLength(1);
});

test('an object that runs no Pods is not asked', () => {
  expect(check(aWorkload({ apiVersion: 'v1', kind: 'Service', containers: [{}] }))).toEqual([]);
});
