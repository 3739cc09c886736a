import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Writes a cluster as kubectl prints it, of a Deployment for every four Pods, with events and a node for every fifty. */
export function writeCluster(folder: string, pods: number): void {
  mkdirSync(folder, { recursive: true });
  const deployments = Array.from({ length: Math.ceil(pods / 4) }, (_, index) => deployment(index));
  const items = {
    deployments,
    replicasets: deployments.map((owner, index) => replicaSet(owner.metadata.uid, index)),
    pods: Array.from({ length: pods }, (_, index) => pod(index)),
    events: Array.from({ length: pods }, (_, index) => event(index)),
    nodes: Array.from({ length: Math.ceil(pods / 50) }, (_, index) => node(index)),
    resourcequotas: [quota(pods)],
  };
  for (const [name, list] of Object.entries(items)) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ apiVersion: 'v1', kind: 'List', items: list }));
  }
}

const NAMESPACE = 'znyw-prod';
const TIME = '2026-01-31T12:00:00Z';
const RESOURCES = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '200m', memory: '256Mi' } };

function template(index: number) {
  const app = `web-${index}`;
  return {
    metadata: { labels: { app } },
    spec: { containers: [{ name: 'web', image: `dtr.bank.example/znyw/web:${index}`, resources: RESOURCES }] },
  };
}

function deployment(index: number) {
  const name = `web-${index}`;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name, namespace: NAMESPACE, uid: `deployment-${index}`, generation: 1 },
    spec: { replicas: 4, selector: { matchLabels: { app: name } }, template: template(index) },
    status: { observedGeneration: 1, replicas: 4, readyReplicas: 3, updatedReplicas: 4, unavailableReplicas: 1 },
  };
}

function replicaSet(owner: string, index: number) {
  const ownerReferences = [
    { apiVersion: 'apps/v1', kind: 'Deployment', name: `web-${index}`, uid: owner, controller: true },
  ];
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name: `web-${index}-rs`, namespace: NAMESPACE, uid: `replicaset-${index}`, ownerReferences },
    spec: { replicas: 4, selector: { matchLabels: { app: `web-${index}` } }, template: template(index) },
    status: { replicas: 4, readyReplicas: 3 },
  };
}

/** Every fourth Pod of a Deployment cannot pull its image. */
function pod(index: number) {
  const owner = Math.floor(index / 4);
  const pulls = index % 4 !== 0;
  const waiting = {
    reason: 'ImagePullBackOff',
    message: `Back-off pulling image "dtr.bank.example/znyw/web:${owner}"`,
  };
  const name = `web-${owner}-rs`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `${name}-${index}`,
      namespace: NAMESPACE,
      uid: `pod-${index}`,
      labels: { app: `web-${owner}` },
      creationTimestamp: TIME,
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name, uid: `replicaset-${owner}`, controller: true },
      ],
    },
    spec: { nodeName: `vm-${Math.floor(index / 50)}`, ...template(owner).spec },
    status: {
      phase: pulls ? 'Running' : 'Pending',
      conditions: [{ type: 'Ready', status: pulls ? 'True' : 'False' }],
      containerStatuses: [
        { name: 'web', ready: pulls, restartCount: 0, state: pulls ? { running: { startedAt: TIME } } : { waiting } },
      ],
    },
  };
}

function event(index: number) {
  const name = `web-${Math.floor(index / 4)}-rs-${index}`;
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `event-${index}`, namespace: NAMESPACE },
    involvedObject: { kind: 'Pod', namespace: NAMESPACE, name, uid: `pod-${index}` },
    type: index % 4 === 0 ? 'Warning' : 'Normal',
    reason: index % 4 === 0 ? 'Failed' : 'Pulled',
    message: index % 4 === 0 ? 'Failed to pull image: not found' : 'Container image already present on machine',
    lastTimestamp: TIME,
  };
}

function node(index: number) {
  const allocatable = { cpu: '8', memory: '32Gi', pods: '110' };
  const status = { allocatable, conditions: [{ type: 'Ready', status: 'True' }] };
  return { apiVersion: 'v1', kind: 'Node', metadata: { name: `vm-${index}` }, status };
}

function quota(pods: number) {
  const [hard, used] = [{ 'requests.cpu': `${pods}` }, { 'requests.cpu': `${pods * 100}m` }];
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'project', namespace: NAMESPACE },
    spec: { hard },
    status: { hard, used },
  };
}
