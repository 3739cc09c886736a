import type { JsonObject } from '../../../validation/manifest';
import { allQuestions } from '../../all-questions';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { diagnose } from '../../judge/diagnose';
import { aCluster } from '../../testing/a-cluster';
import { aClusterObject, anEvent } from '../../testing/cluster-objects';
import { aContainerStatus, aDeployment, aPod, aReplicaSet, aRunningContainer } from '../../testing/cluster-workloads';

const findingsOf = (objects: readonly JsonObject[], unread: Record<string, string> = {}) =>
  diagnose(aCluster(objects, { unread }), NOTHING_EXPECTED, allQuestions).findings;
const told = (objects: readonly JsonObject[]) =>
  findingsOf(objects).map(({ severity, id, object }) => `${severity} ${id} ${object}`);

const service = (spec: JsonObject = {}, name = 'web') =>
  aClusterObject('v1', 'Service', {
    name,
    spec: {
      selector: { 'app.kubernetes.io/name': name },
      ports: [{ name: 'http', port: 80, targetPort: 'http' }],
      ...spec,
    },
  });

/** A Deployment `web` with its Pod, the status of whose container is given. */
function web({
  status,
  container,
  podStatus,
  pod,
}: { status?: JsonObject; container?: JsonObject; podStatus?: JsonObject; pod?: JsonObject } = {}) {
  const ports = [{ name: 'http', containerPort: 8080 }];
  const deployment = aDeployment({ containers: [aRunningContainer('web', { ports, ...container })] });
  const replicaSet = aReplicaSet(deployment);
  const containerStatuses = [aContainerStatus('web', status)];
  return { deployment, replicaSet, pod: aPod(replicaSet, { ...pod, status: { containerStatuses, ...podStatus } }) };
}

const UNREADY: JsonObject = { ready: false, started: true, state: { running: { startedAt: '2026-11-23T06:50:00Z' } } };
const UNREADY_POD: JsonObject = {
  conditions: ['Ready', 'ContainersReady'].map((type) => ({
    type,
    status: 'False',
    reason: 'ContainersNotReady',
    lastTransitionTime: '2026-11-23T06:50:00Z',
  })),
};

test('a container that is not ready is told with its probe and what it answers', () => {
  const readinessProbe = { httpGet: { path: '/ready', port: 'http' } };
  const { deployment, replicaSet, pod } = web({
    status: UNREADY,
    container: { readinessProbe },
    podStatus: UNREADY_POD,
  });
  const event = anEvent(pod, 'Unhealthy', 'Readiness probe failed: HTTP probe failed with statuscode: 404');

  const findings = findingsOf([deployment, replicaSet, pod, event, service()]);

  expect(findings.map(({ id }) => id)).toEqual(['not-ready']);
  expect(findings[0]?.cause.en).toBe(
    'container web runs and is not ready: its readiness probe (GET /ready on port http) has not succeeded for 600 s; the program answers that there is no such path',
  );
  expect(findings[0]?.explains).toEqual(['Service/znyw-prod/web']);
});

test('a container that starts within the time it was given is a warning', () => {
  const startupProbe = { tcpSocket: { port: 'http' }, periodSeconds: 10, failureThreshold: 90 };
  const { deployment, replicaSet, pod } = web({
    status: { ...UNREADY, started: false },
    container: { startupProbe },
    podStatus: UNREADY_POD,
  });

  expect(told([deployment, replicaSet, pod])).toEqual(['warning not-ready Deployment/znyw-prod/web']);
});

test('a container that started a moment ago is no finding', () => {
  const { deployment, replicaSet, pod } = web({
    status: { ...UNREADY, state: { running: { startedAt: '2026-11-23T06:59:30Z' } } },
    podStatus: UNREADY_POD,
  });

  expect(told([deployment, replicaSet, pod])).toEqual([]);
});

test('a Service names the label by which its selector misses the nearest Pods', () => {
  const { deployment, replicaSet, pod } = web();

  const [finding, ...others] = findingsOf([
    deployment,
    replicaSet,
    pod,
    service({ selector: { 'app.kubernetes.io/name': 'wbe' } }),
  ]);

  expect(others).toEqual([]);
  expect(finding).toMatchObject({ id: 'service-selects-nothing', object: 'Service/znyw-prod/web' });
  expect(finding?.cause.en).toBe(
    'Service/web selects app.kubernetes.io/name=wbe, which no Pod has; the Pods of Deployment/web have app.kubernetes.io/name=web instead of app.kubernetes.io/name=wbe',
  );
});

test("a Service without a selector, or one that leads elsewhere, is nobody's trouble", () => {
  const { deployment, replicaSet, pod } = web();

  expect(
    told([deployment, replicaSet, pod, service({ selector: undefined }, 'a'), service({ type: 'ExternalName' }, 'b')]),
  ).toEqual([]);
});

test.each([
  ['a name that no container has', { targetPort: 'https' }, 1],
  ['a number that no container declares', { targetPort: 9090 }, 1],
  ['a number that a container declares', { targetPort: 8080 }, 0],
  ['a name that a container has', { targetPort: 'http' }, 0],
])('a Service that sends to %s: %j', (_name, port, count) => {
  const { deployment, replicaSet, pod } = web();

  const findings = findingsOf([deployment, replicaSet, pod, service({ ports: [{ name: 'http', port: 80, ...port }] })]);

  expect(findings.filter(({ id }) => id === 'service-port-without-container')).toHaveLength(count);
});

test('a Service whose slices have no ready address is told where nothing explains it', () => {
  const { deployment, replicaSet, pod } = web();
  const slice = aClusterObject('discovery.k8s.io/v1', 'EndpointSlice', {
    name: 'web-x',
    metadata: { labels: { 'kubernetes.io/service-name': 'web' } },
    rest: { endpoints: [{ addresses: ['10.0.0.1'], conditions: { ready: false } }], ports: [] },
  });

  expect(told([deployment, replicaSet, pod, service(), slice])).toEqual([
    'error service-without-ready-pods Service/znyw-prod/web',
  ]);
});

test.each([
  [
    'Usage of EmptyDir volume "tmp" exceeds the limit "1Gi". ',
    'grew over its sizeLimit 1Gi',
    'spec.template.spec.volumes[tmp].emptyDir.sizeLimit',
  ],
  [
    'Pod ephemeral local storage usage exceeds the total limit of containers 1Gi. ',
    'than its limit 1Gi',
    'spec.template.spec.containers',
  ],
  [
    'Container web exceeded its local ephemeral storage limit "2Gi". ',
    'container web wrote more',
    'spec.template.spec.containers[web].resources.limits.ephemeral-storage',
  ],
  [
    'The node was low on resource: memory. Threshold quantity: 100Mi, available: 80Mi. Container web was using 900Mi, request is 100Mi, has larger consumption of memory. ',
    'the VM was low on memory',
    'spec.template.spec.containers',
  ],
])('an evicted Pod: %s', (message, says, property) => {
  const { deployment, replicaSet, pod } = web({
    podStatus: { phase: 'Failed', reason: 'Evicted', message, containerStatuses: [], conditions: [] },
  });
  const expected = { manifests: [{ json: deployment, file: 'dist/prod/web.k8s.yaml' }], environment: {} };

  const { findings } = diagnose(aCluster([deployment, replicaSet, pod]), expected, allQuestions);

  const evicted = findings.find(({ id }) => id === 'pod-evicted');
  expect(evicted?.cause.en).toContain(says);
  expect(evicted?.where?.property).toBe(property);
});

test('a Pod that was to be gone long ago is told with what holds it', () => {
  const deleted = (metadata: JsonObject) =>
    web({
      pod: { metadata: { deletionTimestamp: '2026-11-23T06:30:00Z', deletionGracePeriodSeconds: 30, ...metadata } },
    });
  const held = deleted({ finalizers: ['bank.example/keep'] });
  const node = (status: string) =>
    aClusterObject('v1', 'Node', {
      name: 'vm-1',
      namespace: '',
      status: { conditions: [{ type: 'Ready', status, reason: 'NodeStatusUnknown' }] },
    });

  const [finalizer] = findingsOf([held.deployment, held.replicaSet, held.pod]);
  const silent = deleted({});
  const [kubelet] = findingsOf([silent.deployment, silent.replicaSet, silent.pod, node('True')]);

  expect(finalizer?.cause.en).toBe(
    'Pod/web-5d4f8c7b9d-x2x4z was to be gone 1800 s ago, after its grace period of 30 s: nobody has taken its finalizers away: bank.example/keep',
  );
  expect(kubelet?.cause.en).toContain('the kubelet of vm-1 has not confirmed that it ended');
});

test('an Ingress that names an absent Service, port or certificate is told so; Secrets that may not be read are no absence', () => {
  const { deployment, replicaSet, pod } = web();
  const path = (name: string, number: number) => ({ backend: { service: { name, port: { number } } } });
  const ingress = aClusterObject('networking.k8s.io/v1', 'Ingress', {
    spec: { tls: [{ secretName: 'cert' }], rules: [{ http: { paths: [path('wbe', 80), path('web', 81)] } }] },
  });
  const objects = [deployment, replicaSet, pod, service(), ingress];

  expect(findingsOf(objects).map(({ cause }) => cause.en)).toEqual([
    'Ingress/web names the Secret cert, which is not there',
    'Ingress/web names the Service wbe, which is not there',
    'Ingress/web sends to port 81 of Service web, which has http 80',
  ]);
  expect(findingsOf(objects, { secrets: 'forbidden' })).toHaveLength(2);
});

test('a readiness gate that nobody sets is told', () => {
  const isTrue = (type: string, status = 'True') => ({ type, status });
  const { deployment, replicaSet, pod } = web({
    podStatus: { conditions: [isTrue('ContainersReady'), isTrue('Ready', 'False')] },
  });
  const gated = {
    ...pod,
    spec: { ...(pod['spec'] as JsonObject), readinessGates: [{ conditionType: 'bank.example/lb' }] },
  };

  expect(told([deployment, replicaSet, gated])).toEqual(['error readiness-gate-open Deployment/znyw-prod/web']);
});

test('a budget that never allows a disruption is a warning', () => {
  const { deployment, replicaSet, pod } = web();
  const budget = aClusterObject('policy/v1', 'PodDisruptionBudget', {
    spec: { minAvailable: 1 },
    status: { expectedPods: 1, currentHealthy: 1, desiredHealthy: 1, disruptionsAllowed: 0 },
  });

  expect(told([deployment, replicaSet, pod, budget])).toEqual([
    'warning budget-blocks-drain PodDisruptionBudget/znyw-prod/web',
  ]);
});

test('a NetworkPolicy between a client that is well and its server is a warning, and an error where the client is not', () => {
  const env = [{ name: 'API_URL', value: 'http://api:80' }];
  const api = aDeployment({
    name: 'api',
    containers: [aRunningContainer('api', { ports: [{ name: 'http', containerPort: 8080 }] })],
  });
  const apiSet = aReplicaSet(api);
  const policy = aClusterObject('networking.k8s.io/v1', 'NetworkPolicy', {
    name: 'api',
    spec: { podSelector: { matchLabels: { 'app.kubernetes.io/name': 'api' } }, policyTypes: ['Ingress'], ingress: [] },
  });
  const others = [api, apiSet, aPod(apiSet), service({}, 'api'), policy];
  const well = web({ container: { env } });
  const unwell = web({ container: { env }, status: UNREADY, podStatus: UNREADY_POD });

  expect(told([...others, well.deployment, well.replicaSet, well.pod])).toEqual([
    'error connection-blocked Deployment/znyw-prod/web',
  ]);
  expect(told([...others, unwell.deployment, unwell.replicaSet, unwell.pod])).toEqual([
    'error connection-blocked Deployment/znyw-prod/web',
  ]);
});
