import type { JsonObject } from '../../../validation/manifest';
import { anObject } from '../../../validation/testing/reach-builders';
import type { Effect } from '../../diff/object-change';
import { aTakenTemplate, aTakenWorkload, effectOf, notesOf } from '../testing-effects';

const aClaim = (spec: JsonObject = {}) =>
  anObject('v1', 'PersistentVolumeClaim', 'data', {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '2Gi' } }, ...spec },
  });
const size = (storage: string) => ({ resources: { requests: { storage } } });
const aClass = (fields: JsonObject) => ({
  file: 'class.yaml',
  json: {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'fast' },
    provisioner: 'a',
    ...fields,
  },
});

test.each<[string, JsonObject, JsonObject, Effect]>([
  ['less', size('2Gi'), size('1Gi'), 'refused'],
  ['more', size('2Gi'), size('3Gi'), 'none'],
  ['as much in other words', size('2Gi'), size('2048Mi'), 'none'],
  ['another class', { storageClassName: 'a' }, { storageClassName: 'b' }, 'refused'],
  ['a class where there was none', {}, { storageClassName: 'a' }, 'none'],
  ['other modes', {}, { accessModes: ['ReadWriteMany'] }, 'refused'],
  ['a raw device', {}, { volumeMode: 'Block' }, 'refused'],
  ['another volume', { volumeName: 'a' }, { volumeName: 'b' }, 'refused'],
])('a claim that asks for %s', (_, before, after, effect) => {
  expect(effectOf({ before: aClaim(before), after: aClaim(after) }).effects).toEqual([effect]);
});

test('a claim that shrinks is refused with both sizes and what to do', () => {
  expect(notesOf(effectOf({ before: aClaim(), after: aClaim(size('1Gi')) }))).toEqual([
    'A claim cannot shrink (is 2Gi, would be 1Gi). Make a claim of another name, copy the data over, and mount that; or keep the value.',
  ]);
});

test('a claim grows where its class lets it', () => {
  const change = {
    before: aClaim({ storageClassName: 'fast' }),
    after: aClaim({ storageClassName: 'fast', ...size('3Gi') }),
  };

  expect(effectOf({ ...change, beside: [aClass({ allowVolumeExpansion: true })] }).effects).toEqual(['none']);
  expect(effectOf({ ...change, beside: [aClass({})] }).effects).toEqual(['refused']);
});

test('a claim that is removed takes its data with it, and waits for those who mount it', () => {
  const reader = aTakenWorkload(
    'Deployment',
    aTakenTemplate({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }] }),
  );
  const effect = effectOf({ before: aClaim(), beside: [reader] });

  expect(effect.effects).toEqual(['data-lost']);
  expect(notesOf(effect)).toEqual([
    'Once the claim is deleted, its 2Gi of data go with it, unless the reclaim policy of its volume is Retain. kubectl apply and the pipeline leave a claim that the YAML no longer names: back up first, then delete it by hand.',
    'web still mounts it: the claim stays Terminating until the last of its Pods ends, and no new Pod starts then.',
  ]);
});

test.each<[string, string, JsonObject, JsonObject]>([
  [
    'rbac.authorization.k8s.io/v1',
    'RoleBinding',
    { roleRef: { kind: 'Role', name: 'a' } },
    { roleRef: { kind: 'Role', name: 'b' } },
  ],
  ['storage.k8s.io/v1', 'StorageClass', { provisioner: 'a' }, { provisioner: 'b' }],
  ['storage.k8s.io/v1', 'StorageClass', { parameters: { a: '1' } }, { parameters: { a: '2' } }],
  ['storage.k8s.io/v1', 'StorageClass', {}, { reclaimPolicy: 'Retain' }],
  ['scheduling.k8s.io/v1', 'PriorityClass', { value: 1 }, { value: 2 }],
  ['networking.k8s.io/v1', 'IngressClass', { spec: { controller: 'a/b' } }, { spec: { controller: 'a/c' } }],
  ['v1', 'PersistentVolume', { spec: { hostPath: { path: '/a' } } }, { spec: { hostPath: { path: '/b' } } }],
  [
    'apiextensions.k8s.io/v1',
    'CustomResourceDefinition',
    { spec: { scope: 'Namespaced' } },
    { spec: { scope: 'Cluster' } },
  ],
  ['storage.k8s.io/v1', 'CSIDriver', { spec: {} }, { spec: { attachRequired: false } }],
  [
    'v1',
    'PersistentVolumeClaim',
    {},
    {
      metadata: {
        name: 'web',
        namespace: 'znyw-prod',
        annotations: { 'volume.beta.kubernetes.io/storage-class': 'fast' },
      },
    },
  ],
])('%s %s: what can never be changed is refused', (apiVersion, kind, before, after) => {
  const [former, next] = [before, after].map((fields) => anObject(apiVersion, kind, 'web', fields));

  expect(effectOf({ ...(former && { before: former }), ...(next && { after: next }) }).effects).toEqual(['refused']);
});

test.each<[string, string, JsonObject, JsonObject, Effect]>([
  ['policy/v1', 'PodDisruptionBudget', { spec: { minAvailable: 1 } }, { spec: { minAvailable: 2 } }, 'none'],
  ['autoscaling/v2', 'HorizontalPodAutoscaler', { spec: { maxReplicas: 2 } }, { spec: { maxReplicas: 3 } }, 'none'],
  ['v1', 'ResourceQuota', { spec: { hard: { pods: 1 } } }, { spec: { hard: { pods: 2 } } }, 'none'],
  ['v1', 'ServiceAccount', {}, { automountServiceAccountToken: false }, 'none'],
  [
    'rbac.authorization.k8s.io/v1',
    'Role',
    { rules: [] },
    { rules: [{ verbs: ['get'], resources: ['pods'], apiGroups: [''] }] },
    'none',
  ],
  ['networking.k8s.io/v1', 'Ingress', { spec: {} }, { spec: { rules: [{ host: 'a.example' }] } }, 'traffic'],
  ['v1', 'Endpoints', { subsets: [] }, { subsets: [{ addresses: [{ ip: '10.0.0.1' }] }] }, 'traffic'],
  ['example.org/v1', 'Thing', { spec: { a: 1 } }, { spec: { a: 2 } }, 'none'],
  ['batch/v1', 'CronJob', {}, { spec: { shedule: '' } }, 'refused'],
])('%s %s', (apiVersion, kind, before, after, effect) => {
  const [former, next] = [before, after].map((fields) => anObject(apiVersion, kind, 'web', fields));

  expect(effectOf({ ...(former && { before: former }), ...(next && { after: next }) }).effects).toEqual([effect]);
});

test('a namespace takes everything with it', () => {
  expect(effectOf({ before: anObject('v1', 'Namespace', 'znyw-prod', {}) }).effects).toEqual(['data-lost', 'traffic']);
});

test('a version that is no longer served is refused', () => {
  const spec = { spec: { minAvailable: 1 } };
  const effect = effectOf({
    before: anObject('policy/v1', 'PodDisruptionBudget', 'web', spec),
    after: anObject('policy/v1beta1', 'PodDisruptionBudget', 'web', spec),
  });

  expect(effect.effects).toEqual(['refused']);
});
