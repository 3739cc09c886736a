import type { Demand } from '../pods/demand';
import { asObject, asText } from '../manifest';
import type { ResourceAmounts } from '../quantities/resource-amounts';

/** What one workload uses, as plain data of a report. */
export interface WorkloadUse {
  /** @default none: the objects belong to no environment of this program */
  readonly environment?: string;
  readonly file: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** Its Pods while nothing is rolled out and no job runs; of a Job and a CronJob none. */
  readonly replicas: number;
  /** Its Pods at the peak of a rollout, or while its job runs. */
  readonly peakPods: number;
  /** What one Pod is charged. */
  readonly podRequests: ResourceAmounts;
  readonly podLimits: ResourceAmounts;
}

/** Returns what each workload uses, sorted by namespace, kind, name and file. */
export function workloadUses(demands: readonly Demand[], environment?: string): readonly WorkloadUse[] {
  return demands
    .map((demand) => workloadUse(demand, environment))
    .map((use) => ({ use, sortKey: [use.namespace, use.kind, use.name, use.file].join('\0') }))
    .sort((one, other) => (one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0))
    .map(({ use }) => use);
}

function workloadUse({ workload, charge, steadyPods, peakPods }: Demand, environment?: string): WorkloadUse {
  const metadata = asObject(workload.manifest.json['metadata']);
  return {
    ...(environment === undefined ? {} : { environment }),
    file: workload.manifest.file,
    kind: workload.kind,
    namespace: asText(metadata['namespace']),
    name: asText(metadata['name']),
    replicas: steadyPods,
    peakPods,
    podRequests: charge.requests,
    podLimits: charge.limits,
  };
}
