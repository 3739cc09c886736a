import * as fc from 'fast-check';
import type { JsonObject } from '../../../validation/manifest';
import { anObject } from '../../../validation/testing/reach-builders';
import { oddManifests } from '../../../validation/testing/odd-manifests';
import { aTakenTemplate, aTakenWorkload } from '../testing-effects';
import { withDefaults } from './with-defaults';

const DIGEST = `@sha256:${'a'.repeat(64)}`;

/** Two ways to write the same Pods. */
const SAME_TEMPLATES: readonly (readonly [string, JsonObject, JsonObject])[] = [
  [
    'fields of the Pod',
    {},
    {
      dnsPolicy: 'ClusterFirst',
      restartPolicy: 'Always',
      schedulerName: 'default-scheduler',
      securityContext: {},
      terminationGracePeriodSeconds: 30,
      hostNetwork: false,
      nodeSelector: {},
      tolerations: [],
      imagePullSecrets: [],
    },
  ],
  ['the older name of the account', { serviceAccountName: 'ops' }, { serviceAccount: 'ops' }],
  ['a volume without a source', { volumes: [{ name: 'a' }] }, { volumes: [{ name: 'a', emptyDir: {} }] }],
  [
    'the access to files',
    { volumes: [{ name: 'a', configMap: { name: 'x' } }] },
    { volumes: [{ name: 'a', configMap: { name: 'x', defaultMode: 420 } }] },
  ],
  [
    'sizes in another unit',
    { volumes: [{ name: 'a', emptyDir: { sizeLimit: '1Gi' } }] },
    { volumes: [{ name: 'a', emptyDir: { sizeLimit: '1024Mi' } }] },
  ],
  [
    'ports of a VM in its network',
    { hostNetwork: true, containers: [{ name: 'a', ports: [{ containerPort: 80 }] }] },
    { hostNetwork: true, containers: [{ name: 'a', ports: [{ containerPort: 80, hostPort: 80, protocol: 'TCP' }] }] },
  ],
];

test.each(SAME_TEMPLATES)('%s may be written or left out', (_, one, other) => {
  const [left, right] = [one, other].map((podSpec) =>
    withDefaults(aTakenWorkload('Deployment', aTakenTemplate(podSpec)).json),
  );

  expect(left).toEqual(right);
});

test.each<[string, JsonObject, JsonObject]>([
  ['the pull policy of a tag', {}, { imagePullPolicy: 'IfNotPresent' }],
  ['the pull policy of no tag', { image: 'dtr:5000/a' }, { image: 'dtr:5000/a', imagePullPolicy: 'Always' }],
  ['the pull policy of latest', { image: 'a:latest' }, { image: 'a:latest', imagePullPolicy: 'Always' }],
  ['the pull policy of a digest', { image: `a${DIGEST}` }, { image: `a${DIGEST}`, imagePullPolicy: 'IfNotPresent' }],
  [
    'where a container says why it ended',
    {},
    { terminationMessagePath: '/dev/termination-log', terminationMessagePolicy: 'File' },
  ],
  ['what says nothing', {}, { args: [], env: [], resources: {}, stdin: false, tty: false, workingDir: '' }],
  ['an empty variable', { env: [{ name: 'A' }] }, { env: [{ name: 'A', value: '' }] }],
  ['null', {}, { command: null, securityContext: null }],
  [
    'quantities in another unit',
    { resources: { limits: { cpu: '1000m', memory: '1Gi' } } },
    { resources: { limits: { cpu: 1, memory: '1024Mi' } } },
  ],
  [
    'the times of a probe',
    { livenessProbe: { httpGet: { port: 80 } } },
    {
      livenessProbe: {
        httpGet: { port: 80, path: '/', scheme: 'HTTP' },
        timeoutSeconds: 1,
        periodSeconds: 10,
        successThreshold: 1,
        failureThreshold: 3,
        initialDelaySeconds: 0,
      },
    },
  ],
  [
    'the version of a field of the Pod',
    { env: [{ name: 'A', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } }] },
    { env: [{ name: 'A', valueFrom: { fieldRef: { apiVersion: 'v1', fieldPath: 'metadata.name' } } }] },
  ],
])('%s may be written or left out of a container', (_, one, other) => {
  const [left, right] = [one, other].map((container) => withDefaults(aTakenWorkload('Deployment', {}, container).json));

  expect(left).toEqual(right);
});

test.each<[string, JsonObject, JsonObject]>([
  ['an empty context of a container', {}, { securityContext: {} }],
  ['what is explicitly not privileged', {}, { securityContext: { privileged: false } }],
  [
    'requests as high as the limits',
    { resources: { limits: { cpu: 1 } } },
    { resources: { limits: { cpu: 1 }, requests: { cpu: 1 } } },
  ],
  ['another policy than the default', {}, { imagePullPolicy: 'Always' }],
])('%s is another template', (_, one, other) => {
  const [left, right] = [one, other].map((container) => withDefaults(aTakenWorkload('Deployment', {}, container).json));

  expect(left).not.toEqual(right);
});

test('a Pod itself requests what it is limited to', () => {
  const pod = (resources: JsonObject) =>
    withDefaults(anObject('v1', 'Pod', 'web', { spec: { containers: [{ name: 'web', resources }] } }).json);

  expect(pod({ limits: { cpu: 1 } })).toEqual(pod({ limits: { cpu: 1 }, requests: { cpu: '1' } }));
});

test.each<[string, string, JsonObject, JsonObject]>([
  [
    'v1',
    'Service',
    { ports: [{ port: 80 }] },
    {
      type: 'ClusterIP',
      sessionAffinity: 'None',
      internalTrafficPolicy: 'Cluster',
      ports: [{ port: 80, targetPort: 80, protocol: 'TCP' }],
    },
  ],
  ['v1', 'PersistentVolumeClaim', {}, { volumeMode: 'Filesystem' }],
  ['networking.k8s.io/v1', 'NetworkPolicy', { egress: [{}] }, { policyTypes: ['Ingress', 'Egress'], egress: [{}] }],
  [
    'apps/v1',
    'StatefulSet',
    {},
    {
      replicas: 1,
      podManagementPolicy: 'OrderedReady',
      revisionHistoryLimit: 10,
      updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
    },
  ],
  [
    'batch/v1',
    'CronJob',
    {},
    { concurrencyPolicy: 'Allow', suspend: false, successfulJobsHistoryLimit: 3, failedJobsHistoryLimit: 1 },
  ],
  [
    'batch/v1',
    'Job',
    {},
    { parallelism: 1, completions: 1, backoffLimit: 6, completionMode: 'NonIndexed', suspend: false },
  ],
])('%s %s: defaults may be written or left out', (apiVersion, kind, one, other) => {
  const [left, right] = [one, other].map((spec) => withDefaults(anObject(apiVersion, kind, 'web', { spec }).json));

  expect(left).toEqual(right);
});

test('plain text in a Secret is the same as its base64', () => {
  const [left, right] = [{ data: { a: 'YQ==' } }, { stringData: { a: 'a' }, type: 'Opaque' }].map((fields) =>
    withDefaults(anObject('v1', 'Secret', 'web', fields).json),
  );

  expect(left).toEqual(right);
});

test('what has its defaults gets no others', () => {
  fc.assert(
    fc.property(oddManifests(aTakenWorkload('Deployment'), aTakenWorkload('StatefulSet')), (manifests) => {
      for (const { json } of manifests) {
        const once = withDefaults(json);
        expect(withDefaults(once)).toEqual(once);
      }
    }),
  );
});

test('objects of kinds that Kubernetes does not have are left as they are', () => {
  const json = { apiVersion: 'example.org/v1', kind: 'Thing', spec: { replicas: null } };

  expect(withDefaults(json)).toBe(json);
});
