import type { EnvironmentReport, WorkloadReport } from '../report-model';
import { noAmounts } from '../../../validation/quantities/resource-amounts';
import type { Finding } from '../../../validation/rule';

/** A name that does harm wherever it is taken for anything but text. */
export const HOSTILE = `<script>alert("1")</script>'\`</style><img src=x onerror=alert(2)>&amp;|\u2028\u202E\u0007]]>--><b>`;

/** Returns a workload of a report. */
export function aWorkload(parts: Partial<WorkloadReport> = {}): WorkloadReport {
  const name = parts.name ?? 'anomaly-mongo';
  return {
    id: `Deployment/znyw-prod/${name}`,
    kind: 'Deployment',
    name,
    stack: 'anomaly',
    containers: [{ name: 'mongod', image: 'dtr.bank.example/znyw/mongodb:6.0.28', init: false }],
    replicas: 1,
    requests: { cpuMillis: 500, memoryBytes: 3 * 2 ** 30 },
    limits: { cpuMillis: 2000, memoryBytes: 3 * 2 ** 30 },
    storage: [{ claim: `${name}-data`, size: '50Gi', storageClass: 'distributed-block' }],
    endpoints: [`${name}:27017/TCP`],
    file: `${name}.k8s.yaml`,
    sources: ['lib/stacks/anomaly-stack.ts'],
    yaml: `kind: Deployment\nmetadata:\n  name: ${name}\n`,
    ...parts,
  };
}

/** Returns the report of an environment with no cloud, of one workload and nothing found. */
export function anEnvironment(parts: Partial<EnvironmentReport> = {}): EnvironmentReport {
  return {
    name: 'prod',
    namespace: 'znyw-prod',
    workloads: [aWorkload()],
    graphs: [],
    images: [{ image: 'mongodb', versions: ['6.0.28'], containers: ['anomaly-mongo/mongod'] }],
    placements: [],
    rules: { findings: [], acknowledged: [], notRun: [] },
    ...parts,
  };
}

/** Returns an environment of two VMs of 8 CPU and 32Gi, with all that comes of it. */
export function anEnvironmentWithCloud(parts: Partial<EnvironmentReport> = {}): EnvironmentReport {
  const pod = { workload: 'anomaly-mongo', requests: { cpuMillis: 500, memoryBytes: 3 * 2 ** 30 } };
  const empty = { vm: 2, pods: [], used: noAmounts };
  return anEnvironment({
    cloud: {
      vms: 2,
      vmCpuMillis: 8000,
      vmMemoryBytes: 32 * 2 ** 30,
      requestsSharePercent: 50,
      limitsSharePercent: 70,
      systemSharePercent: 5,
    },
    quota: {
      use: {
        requests: pod.requests,
        requestsAllowed: { cpuMillis: 8000, memoryBytes: 32 * 2 ** 30 },
        files: new Map([['anomaly-mongo.k8s.yaml', { requests: pod.requests, limits: pod.requests }]]),
        limitsAllowed: { cpuMillis: 5600, memoryBytes: 22 * 2 ** 30 },
      },
      rolloutPeak: { cpuMillis: 7000, memoryBytes: 2 ** 34 },
      peakAllAtOnce: { cpuMillis: 8001, memoryBytes: 2 ** 34 },
    },
    placements: [
      { vms: [{ vm: 1, pods: [pod, pod], used: { cpuMillis: 1000, memoryBytes: 6 * 2 ** 30 } }, empty], homeless: [] },
      { lostVm: 1, vms: [empty], homeless: [pod, pod] },
    ],
    ...parts,
  });
}

/** Returns what a rule finds about an object. */
export function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    rule: 'image-tag-pinned',
    class: 'policy',
    severity: 'error',
    object: 'Deployment/znyw-prod/anomaly-mongo',
    field: 'spec.template.spec.containers[mongod].image',
    message: 'is "mongodb", which has no fixed tag',
    remedy: 'Write the release tag.',
    file: 'anomaly-mongo.k8s.yaml',
    ...parts,
  };
}
