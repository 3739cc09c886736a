import { asList, asObject, asText, objectId } from '../../validation/manifest';
import type { Json, JsonObject, Manifest } from '../../validation/manifest';
import { podCharge } from '../../validation/pods/pod-charge';
import type { PodCharge } from '../../validation/pods/pod-charge';
import { tryWorkload } from '../../validation/pods/pods';
import { tryCpuMillis, tryMemoryBytes } from '../../validation/quantities/quantity';
import { formatCpu, formatMemory } from '../../validation/quantities/quantity-format';
import type { Cluster } from '../cluster/cluster';
import type { Expected } from '../cluster/expected';

/** One line of a quota: what is used of it, as the cluster says, and what is left. */
export interface ResourceUse {
  readonly resource: string;
  readonly used: string;
  readonly hard: string;
  /** Negative where more is used than may be; empty where a quantity cannot be read. */
  readonly left: string;
  /** In per cent of what may be used. @default not known */
  readonly percent?: number;
}

/** How many more Pods of a workload a quota would let in. */
export interface Fit {
  readonly object: string;
  readonly pods: number;
}

/** A ResourceQuota: use against allowance, and what would still fit. */
export interface QuotaUse {
  readonly object: string;
  /** Sorted by name. */
  readonly resources: readonly ResourceUse[];
  /** By workload, sorted; empty for a quota that counts some Pods only (`scopes`). */
  readonly fits: readonly Fit[];
}

/** How a quota calls what a Pod is charged. */
const CHARGED: readonly (readonly [resource: string, of: (charge: PodCharge) => number])[] = [
  ['requests.cpu', ({ requests }) => requests.cpuMillis],
  ['cpu', ({ requests }) => requests.cpuMillis],
  ['requests.memory', ({ requests }) => requests.memoryBytes],
  ['memory', ({ requests }) => requests.memoryBytes],
  ['limits.cpu', ({ limits }) => limits.cpuMillis],
  ['limits.memory', ({ limits }) => limits.memoryBytes],
  ['pods', () => 1],
  ['count/pods', () => 1],
];

/** Returns the quotas of a cluster, sorted by name. */
export function quotaUses(cluster: Cluster, { manifests }: Expected): readonly QuotaUse[] {
  const present = ['Deployment', 'StatefulSet', 'CronJob'].flatMap((kind) => cluster.ofKind(kind));
  const workloads = new Map([...present, ...manifests].map((object) => [objectId(object), object]));
  return cluster
    .ofKind('ResourceQuota')
    .map((quota) => quotaUse(quota, [...workloads.values()]))
    .sort((one, other) => (one.object < other.object ? -1 : 1));
}

function quotaUse(quota: Manifest, workloads: readonly Manifest[]): QuotaUse {
  const spec = asObject(quota.json['spec']);
  const status = asObject(quota.json['status']);
  // The status is empty until the controller has counted for the first time.
  const hard = { ...asObject(spec['hard']), ...asObject(status['hard']) };
  const used = asObject(status['used']);
  const isPartial = asList(spec['scopes']).length > 0 || spec['scopeSelector'] !== undefined;
  return {
    object: objectId(quota),
    resources: Object.keys(hard)
      .sort()
      .map((resource) => resourceUse(resource, used[resource], hard[resource])),
    fits: isPartial ? [] : fitsOf(used, hard, workloads),
  };
}

function resourceUse(resource: string, used: Json | undefined, hard: Json | undefined): ResourceUse {
  const [usedAmount, hardAmount] = [tryAmount(resource, used), tryAmount(resource, hard)];
  const left = usedAmount === undefined || hardAmount === undefined ? undefined : hardAmount - usedAmount;
  return {
    resource,
    used: written(used),
    hard: written(hard),
    left: left === undefined ? '' : formatted(resource, left),
    ...(usedAmount === undefined || hardAmount === undefined || hardAmount <= 0
      ? {}
      : { percent: Math.floor((usedAmount / hardAmount) * 100) }),
  };
}

function fitsOf(used: JsonObject, hard: JsonObject, workloads: readonly Manifest[]): readonly Fit[] {
  const fits = workloads.flatMap((manifest): readonly Fit[] => {
    const workload = tryWorkload(manifest);
    if (workload === undefined || workload.kind === 'Pod') return [];
    const charge = podCharge(workload.podSpec);
    const bounds = CHARGED.flatMap(([resource, of]) => {
      const [usedAmount, hardAmount] = [tryAmount(resource, used[resource]), tryAmount(resource, hard[resource])];
      if (usedAmount === undefined || hardAmount === undefined) return [];
      // What a quota counts and a Pod does not say, it refuses.
      if (of(charge) <= 0) return [0];
      return [Math.max(Math.floor((hardAmount - usedAmount) / of(charge)), 0)];
    });
    return bounds.length === 0 ? [] : [{ object: objectId(manifest), pods: Math.min(...bounds) }];
  });
  return fits.sort((one, other) => (one.object < other.object ? -1 : 1));
}

function isCpu(resource: string): boolean {
  return /(?:^|\.)cpu$/.test(resource);
}

function tryAmount(resource: string, value: Json | undefined): number | undefined {
  return isCpu(resource) ? tryCpuMillis(value) : tryMemoryBytes(value);
}

function formatted(resource: string, amount: number): string {
  if (isCpu(resource)) return formatCpu(amount);
  return /memory|storage/.test(resource) ? formatMemory(amount) : String(amount);
}

function written(value: Json | undefined): string {
  return typeof value === 'number' ? String(value) : asText(value);
}
