import type { JsonObject, Manifest } from '../manifest';
import type { CloudCapacity } from '../rule';

/** What a test says of a workload; the rest is a Deployment `znyw-prod/web` of one Pod with one container `web`. */
export interface WorkloadParts {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
  /** @default `<name>.k8s.yaml` */
  readonly file?: string;
  readonly annotations?: JsonObject;
  /** Fields of the workload's spec beside its template, such as `replicas`. */
  readonly spec?: JsonObject;
  readonly containers?: readonly JsonObject[];
  /** Fields of the Pod's spec beside its containers, such as `initContainers`. */
  readonly podSpec?: JsonObject;
}

/** Returns a workload for a test: a Deployment, or another kind that has its template in `spec.template`. */
export function aWorkload(parts: WorkloadParts = {}): Manifest {
  const { apiVersion = 'apps/v1', kind = 'Deployment', name = 'web', annotations, spec, podSpec } = parts;
  const { file = `${name}.k8s.yaml`, containers = [aContainer()] } = parts;
  const metadata = { namespace: 'znyw-prod', name, ...(annotations === undefined ? {} : { annotations }) };
  return {
    file,
    json: { apiVersion, kind, metadata, spec: { ...spec, template: { spec: { containers, ...podSpec } } } },
  };
}

/** Returns a CronJob for a test, its Pods being those of the Job that `aWorkload` makes of the same parts. */
export function aCronJob(parts: WorkloadParts = {}): Manifest {
  const { file, json } = aWorkload({ name: 'backup', ...parts, apiVersion: 'batch/v1', kind: 'CronJob' });
  return { file, json: { ...json, spec: { schedule: '0 2 * * *', jobTemplate: { spec: json['spec'] } } } };
}

/** Returns a container for a test that requests 100m and 128Mi, with limits of 200m and 256Mi. */
export function aContainer(parts: JsonObject = {}): JsonObject {
  const resources = { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '200m', memory: '256Mi' } };
  return { name: 'web', image: 'web:1', resources, ...parts };
}

/** Returns a container for a test with the requests and limits given as `350m/1Gi`; an empty part is left out. */
export function aSizedContainer(name: string, requests: string, limits: string): JsonObject {
  return aContainer({ name, resources: { requests: quantities(requests), limits: quantities(limits) } });
}

/** Returns a container cloud for a test: two VMs of 8C/32Gi with the shares that the platform states. */
export function aCloud(parts: Partial<CloudCapacity> = {}): CloudCapacity {
  return {
    vms: 2,
    vmCpuMillis: 8000,
    vmMemoryBytes: 32 * 2 ** 30,
    requestsSharePercent: 50,
    limitsSharePercent: 70,
    systemSharePercent: 5,
    ...parts,
  };
}

function quantities(text: string): JsonObject {
  const [cpu = '', memory = ''] = text.split('/');
  return { ...(cpu === '' ? {} : { cpu }), ...(memory === '' ? {} : { memory }) };
}
