import type { JsonObject } from '../../validation/manifest';
import { aClusterObject, anEvent } from './cluster-objects';
import {
  aContainerStatus,
  aController,
  aDeployment,
  aPod,
  aReplicaSet,
  aRunningContainer,
  aStatefulSet,
} from './cluster-workloads';

/** Returns a cluster with an object of every kind, in which much is wrong: what tests spoil further. */
export function brokenCluster(): readonly JsonObject[] {
  return [...refused(), ...pending(), ...failing(), ...serving(), ...clusterWide()];
}

function refused(): readonly JsonObject[] {
  const web = aDeployment({ status: { replicas: 0, unavailableReplicas: 1 } });
  const replicaSet = aReplicaSet(web);
  const hard = { 'requests.cpu': '8', 'limits.memory': '32Gi', pods: '20' };
  const used = { 'requests.cpu': '7950m', 'limits.memory': '1Gi', pods: '3' };
  const quota =
    'pods "web-1" is forbidden: exceeded quota: quota, requested: requests.cpu=100m, used: requests.cpu=7950m, limited: requests.cpu=8';
  const cron = aClusterObject('batch/v1', 'CronJob', {
    name: 'backup',
    spec: { schedule: '0 2 * * *', suspend: false, jobTemplate: { spec: { template: web['spec'] ?? {} } } },
    status: { lastScheduleTime: '2026-11-20T02:00:00Z' },
  });
  const job = aController('batch/v1', 'Job', {
    name: 'backup-1',
    owner: cron,
    status: {
      failed: 1,
      conditions: [{ type: 'Failed', status: 'True', reason: 'BackoffLimitExceeded', message: 'x' }],
    },
  });
  return [
    web,
    replicaSet,
    anEvent(replicaSet, 'FailedCreate', `Error creating: ${quota}`),
    anEvent(job, 'FailedCreate', 'Error creating: pods "b" is forbidden: violates PodSecurity "restricted:latest": x'),
    aClusterObject('v1', 'ResourceQuota', { name: 'quota', spec: { hard }, status: { hard, used } }),
    aClusterObject('v1', 'LimitRange', {
      name: 'limits',
      spec: { limits: [{ type: 'Container', max: { cpu: '2' } }] },
    }),
    aClusterObject('v1', 'ServiceAccount', { name: 'default' }),
    cron,
    job,
  ];
}

function pending(): readonly JsonObject[] {
  const mongo = aStatefulSet({
    name: 'mongo',
    podSpec: {
      volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }],
      nodeSelector: { disk: 'ssd' },
    },
  });
  const message = '0/2 nodes are available: 1 Insufficient cpu, 1 node(s) had untolerated taint {a: b}.';
  const pod = aPod(mongo, {
    name: 'mongo-0',
    spec: { nodeName: '' },
    status: {
      phase: 'Pending',
      conditions: [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message }],
      containerStatuses: [],
    },
  });
  const claim = aClusterObject('v1', 'PersistentVolumeClaim', {
    name: 'data',
    spec: { storageClassName: 'none', accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } },
    status: { phase: 'Pending' },
  });
  return [
    mongo,
    pod,
    claim,
    anEvent(pod, 'FailedScheduling', message),
    anEvent(claim, 'ProvisioningFailed', 'storageclass.storage.k8s.io "none" not found'),
  ];
}

function failing(): readonly JsonObject[] {
  const env = [{ name: 'A', valueFrom: { secretKeyRef: { name: 'api', key: 'password' } } }];
  const probe = { tcpSocket: { port: 'http' }, periodSeconds: 10, failureThreshold: 3 };
  const container = aRunningContainer('api', {
    env,
    startupProbe: probe,
    livenessProbe: probe,
    ports: [{ name: 'http', containerPort: 8080 }],
    volumeMounts: [{ name: 'config', mountPath: '/etc/api' }],
  });
  const api = aDeployment({
    name: 'api',
    replicas: 3,
    containers: [container],
    podSpec: { volumes: [{ name: 'config', configMap: { name: 'api' } }], imagePullSecrets: [{ name: 'dtr' }] },
  });
  const replicaSet = aReplicaSet(api);
  const waiting = (reason: string, message: string) => ({ state: { waiting: { reason, message } } });
  const killed = { terminated: { exitCode: 137, reason: 'OOMKilled', startedAt: '2026-11-23T06:40:00Z' } };
  const podOf = (name: string, status: JsonObject) =>
    aPod(replicaSet, { name, status: { containerStatuses: [aContainerStatus('api', status)] } });
  const pulling = podOf('api-a', waiting('ImagePullBackOff', 'Back-off pulling image "dtr.bank.example/znyw/api:1"'));
  const configured = podOf('api-b', waiting('CreateContainerConfigError', 'secret "api" not found'));
  const crashing = podOf('api-c', { ...waiting('CrashLoopBackOff', 'back-off'), lastState: killed, restartCount: 7 });
  return [
    api,
    replicaSet,
    pulling,
    configured,
    crashing,
    anEvent(pulling, 'Failed', 'Failed to pull image "x": pull access denied'),
    anEvent(pulling, 'FailedMount', 'MountVolume.SetUp failed for volume "config" : configmap "api" not found'),
    anEvent(crashing, 'Unhealthy', 'Startup probe failed: dial tcp 10.0.0.1:8080: connect: connection refused'),
    anEvent(crashing, 'Killing', 'Container api failed startup probe, will be restarted'),
    aClusterObject('v1', 'ConfigMap', { name: 'other', rest: { data: { key: 'value' } } }),
    aClusterObject('v1', 'Secret', { name: 'dtr', rest: { type: 'Opaque', data: { password: '' } } }),
  ];
}

function serving(): readonly JsonObject[] {
  const selector = { 'app.kubernetes.io/name': 'nobody' };
  const ports = [{ name: 'http', port: 80, targetPort: 'http' }];
  const evicted = aPod(undefined, {
    name: 'evicted',
    metadata: { deletionTimestamp: '2026-11-23T05:00:00Z', finalizers: ['a/b'] },
    status: { phase: 'Failed', reason: 'Evicted', message: 'The node was low on resource: memory.' },
  });
  return [
    aController('apps/v1', 'DaemonSet', { name: 'agent', status: { desiredNumberScheduled: 2, numberReady: 1 } }),
    evicted,
    aClusterObject('v1', 'Service', { name: 'api', spec: { selector, ports } }),
    aClusterObject('v1', 'Endpoints', {
      name: 'api',
      rest: { subsets: [{ notReadyAddresses: [{ ip: '10.0.0.1' }] }] },
    }),
    aClusterObject('discovery.k8s.io/v1', 'EndpointSlice', {
      name: 'api-1',
      metadata: { labels: { 'kubernetes.io/service-name': 'api' } },
      rest: { endpoints: [{ conditions: { ready: false } }], ports: [] },
    }),
    aClusterObject('networking.k8s.io/v1', 'NetworkPolicy', {
      name: 'api',
      spec: { podSelector: {}, policyTypes: ['Ingress'], ingress: [] },
    }),
    aClusterObject('networking.k8s.io/v1', 'Ingress', {
      name: 'api',
      spec: { rules: [{ http: { paths: [{ backend: { service: { name: 'api', port: { number: 80 } } } }] } }] },
    }),
    aClusterObject('autoscaling/v2', 'HorizontalPodAutoscaler', {
      name: 'api',
      spec: { scaleTargetRef: { kind: 'Deployment', name: 'api' }, maxReplicas: 3 },
      status: { conditions: [{ type: 'ScalingActive', status: 'False', reason: 'FailedGetResourceMetric' }] },
    }),
    aClusterObject('policy/v1', 'PodDisruptionBudget', { name: 'api', spec: { minAvailable: 1 } }),
  ];
}

function clusterWide(): readonly JsonObject[] {
  const conditions = [{ type: 'Ready', status: 'Unknown', reason: 'NodeStatusUnknown' }];
  return [
    aClusterObject('v1', 'Namespace', { name: 'znyw-prod', namespace: '', status: { phase: 'Active' } }),
    aClusterObject('v1', 'Node', {
      name: 'vm-1',
      namespace: '',
      spec: { taints: [{ key: 'a', value: 'b', effect: 'NoSchedule' }], unschedulable: true },
      status: { conditions, allocatable: { cpu: '7600m', memory: '31130Mi', pods: '110' } },
    }),
    aClusterObject('storage.k8s.io/v1', 'StorageClass', {
      name: 'fast',
      namespace: '',
      rest: { provisioner: 'x', volumeBindingMode: 'WaitForFirstConsumer' },
    }),
    aClusterObject('v1', 'PersistentVolume', {
      name: 'pv-1',
      namespace: '',
      spec: {
        capacity: { storage: '1Gi' },
        storageClassName: 'fast',
        claimRef: { name: 'data', namespace: 'znyw-prod' },
      },
      status: { phase: 'Released' },
    }),
  ];
}
