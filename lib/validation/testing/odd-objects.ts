import * as fc from 'fast-check';
import type { Json, JsonObject, Manifest } from '../manifest';
import type { Rule } from '../rule';
import { replacedValue } from './replaced-value';

const selector = { matchLabels: { app: 'a' }, matchExpressions: [{ key: 'tier', operator: 'In', values: ['b'] }] };
const probe = { httpGet: { port: 'http', httpHeaders: [{ name: 'Host', value: 'a' }] }, successThreshold: 1 };
const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } };
const resources = { requests: { cpu: 1, 'hugepages-2Mi': '2Mi' }, limits: { cpu: 2, 'nvidia.com/gpu': 1 } };

const container: JsonObject = {
  name: 'a',
  image: 'a:1',
  resources,
  ports: [{ name: 'http', containerPort: 80, hostPort: 80, protocol: 'TCP' }],
  env: [
    { name: 'A', valueFrom: { fieldRef: { fieldPath: "metadata.labels['a']" }, resourceFieldRef: { divisor: 1 } } },
  ],
  envFrom: [{ prefix: 'A', configMapRef: { name: 'a' } }],
  volumeMounts: [{ name: 'a', mountPath: '/a', subPath: 'a' }],
  volumeDevices: [{ name: 'a', devicePath: '/b' }],
  livenessProbe: probe,
  lifecycle: { preStop: { exec: { command: ['a'] } } },
  securityContext: { runAsUser: 1, capabilities: { add: ['A'] }, seccompProfile: { type: 'Localhost' } },
};

const podSpec: JsonObject = {
  containers: [container],
  initContainers: [container],
  volumes: [
    { name: 'a', configMap: { name: 'a', items: [{ key: 'a', path: 'b', mode: 1 }] } },
    { name: 'b', projected: { sources: [{ downwardAPI: { items: [{ path: 'a', fieldRef: { fieldPath: 'a' } }] } }] } },
    { name: 'c', ephemeral: { volumeClaimTemplate: { metadata: { labels: { a: 'b' } }, spec: claim } } },
  ],
  tolerations: [{ key: 'a', operator: 'Exists', tolerationSeconds: 1 }],
  topologySpreadConstraints: [{ maxSkew: 1, topologyKey: 'a', labelSelector: selector, matchLabelKeys: ['a'] }],
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Gt', values: ['1'] }] }],
      },
    },
    podAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'a', labelSelector: selector }] },
  },
  dnsConfig: { nameservers: ['10.0.0.1'], searches: ['a.b'] },
  securityContext: { sysctls: [{ name: 'a.b' }], supplementalGroups: [1] },
};

const template: JsonObject = { metadata: { labels: { app: 'a' }, annotations: { a: 'b' } }, spec: podSpec };
const ipBlock = { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] };
const path = { path: '/', pathType: 'Prefix', backend: { service: { name: 'a', port: { number: 1 } } } };
const metric = { type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 1 } } };
const failurePolicy = { rules: [{ action: 'Ignore', onExitCodes: { operator: 'In', values: [1] } }] };

/** An object of each kind, with something in most places that a rule reads; not all of them are right. */
const OBJECTS: readonly JsonObject[] = [
  ...['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'].map((kind) => ({
    apiVersion: 'apps/v1',
    kind,
    spec: {
      template,
      selector,
      strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: '10%' } },
      updateStrategy: { rollingUpdate: { maxUnavailable: 1 } },
      volumeClaimTemplates: [{ metadata: { name: 'a' }, spec: claim }],
    },
  })),
  { apiVersion: 'v1', kind: 'ReplicationController', spec: { template, selector: { app: 'a' } } },
  { apiVersion: 'v1', kind: 'Pod', spec: podSpec },
  {
    apiVersion: 'batch/v1',
    kind: 'Job',
    spec: { template, selector, completions: 1, podFailurePolicy: failurePolicy },
  },
  {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    spec: { schedule: '@daily', timeZone: 'UTC', jobTemplate: { spec: { template } } },
  },
  { apiVersion: 'v1', kind: 'Service', spec: { type: 'NodePort', ports: [{ name: 'a', port: 1, nodePort: 30_000 }] } },
  { apiVersion: 'v1', kind: 'ConfigMap', data: { a: 'b' }, binaryData: { c: 'YQ==' } },
  { apiVersion: 'v1', kind: 'Secret', type: 'kubernetes.io/dockercfg', data: { '.dockercfg': 'e30=' } },
  { apiVersion: 'v1', kind: 'PersistentVolumeClaim', spec: claim },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    spec: { podSelector: selector, ingress: [{ from: [{ ipBlock }], ports: [{ port: 1, endPort: 2 }] }] },
  },
  {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    spec: { rules: [{ host: 'a.b', http: { paths: [path] } }], tls: [{ hosts: ['a'] }] },
  },
  { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', spec: { minAvailable: 1, selector } },
  {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    spec: { minReplicas: 1, maxReplicas: 2, metrics: [metric], behavior: { scaleUp: { policies: [{ value: 1 }] } } },
  },
].map((object) => ({ ...object, metadata: { name: 'a', labels: { a: 'b' }, annotations: { c: 'd' } } }));

const oddValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>('', null, -1, 1e300, 0.5, [], {}, [null], [[]], { name: null }, '-1', 'constructor'),
  fc.jsonValue({ maxDepth: 2 }).map((value) => value as Json),
);

/**
 * Asks a rule about objects of every kind that have any JSON in some places.
 *
 * @throws Error if the rule throws, or says something of what has no text
 */
export function checkOddObjects({ check }: Rule): void {
  const changes = fc.array(fc.tuple(fc.nat(), oddValue), { minLength: 1, maxLength: 3 });
  const object = fc.tuple(fc.constantFrom(...OBJECTS), changes).map(([base, all]): Manifest => ({
    file: 'odd.yaml',
    json: all.reduce((json, [place, value]) => replacedValue(json, place, value), base),
  }));
  fc.assert(
    fc.property(fc.array(object, { maxLength: 4 }), (manifests) =>
      check(manifests, {}).every(({ field, message }) => !/undefined|NaN|Infinity|\[object/.test(field + message)),
    ),
    { numRuns: 300 },
  );
}
