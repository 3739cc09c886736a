import { containerResource } from '../quantities/container-resources';
import type { CountedResource } from '../quantities/counted-resources';
import { tryLoweredAmount } from './lowered-amount';
import type { Container, WorkloadManifest } from '../pods/pods';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import type { CloudCapacity, Problem } from '../rule';

/** A workload with the limits that it brings into its YAML. */
export interface LimitsShare {
  readonly workload: WorkloadManifest;
  /** How many of its Pods count. */
  readonly pods: number;
  /** The limits of these Pods together. */
  readonly limits: ResourceAmounts;
}

/** What makes out a case of too large limits in one YAML. */
export interface LimitsExcess {
  /** The workloads of the file. */
  readonly shares: readonly LimitsShare[];
  readonly resource: CountedResource;
  /** The limits of the file, more than what is allowed. */
  readonly sum: number;
  readonly allowed: number;
  readonly cloud: CloudCapacity;
  /** The file in which sizes are set. @default none */
  readonly source?: string;
}

/**
 * Returns the problem of a YAML with too large limits: about the largest container of its largest workload, whose
 * limit is the number that somebody can change.
 */
export function limitsProblem({ shares, resource, sum, allowed, cloud, source }: LimitsExcess): Problem {
  const limited = shares.filter(({ limits }) => limits[resource.amount] > 0);
  const largest = limited.reduce((one, other) =>
    other.limits[resource.amount] > one.limits[resource.amount] ? other : one,
  );
  const { workload, pods } = largest;
  const { container, limit, together } = largestContainer(workload, resource);

  const write = (amount: number) => `${resource.format(amount)}${resource.name === 'cpu' ? ' CPU' : ''}`;
  const factors = [counted(together, 'container'), counted(pods, 'Pod'), counted(limited.length, 'workload')].flat();
  const origin = `${factors.length === 0 ? "the Pod's overhead" : joined(factors)} in ${workload.manifest.file}`;
  const vm = resource.format(resource.name === 'cpu' ? cloud.vmCpuMillis : cloud.vmMemoryBytes);
  const bound = `${resource.format(allowed)} (${cloud.limitsSharePercent} % of a VM of ${vm})`;

  const lowered = tryLoweredAmount(limit, sum - allowed, pods, resource);
  const lower = lowered === undefined ? `limits of the file by ${write(sum - allowed)}` : `limit to ${write(lowered)}`;
  const split = limited.length > 1 ? 'give each workload a file of its own' : 'split the workload';
  return {
    manifest: workload.manifest,
    field: `${container.path}.resources.limits.${resource.name}`,
    message: `is ${write(limit)}${limit === sum ? '' : ` and comes to ${write(sum)} with ${origin}`}; one YAML may have ${bound}`,
    remedy: `Lower the ${lower}${source === undefined ? '' : ` in ${source}`}, or ${split}.`,
  };
}

interface LargestContainer {
  readonly container: Container;
  readonly limit: number;
  /** How many containers add to the Pod's limit, this one included. */
  readonly together: number;
}

/** Of the containers, which run together, or of the init containers, which run alone: whichever makes the Pod's limit. */
function largestContainer({ containers }: WorkloadManifest, resource: CountedResource): LargestContainer {
  const limited = containers
    .map((container) => {
      const { limit } = containerResource(container.json, resource);
      return { container, limit: resource.tryParse(limit) ?? 0 };
    })
    .filter(({ limit }) => limit > 0);
  const running = limited.filter(({ container }) => !container.init);
  const largest = limited.reduce((one, other) => (other.limit > one.limit ? other : one));
  const sumOfRunning = running.reduce((sum, { limit }) => sum + limit, 0);
  if (largest.container.init && largest.limit > sumOfRunning) return { ...largest, together: 1 };
  return { ...running.reduce((one, other) => (other.limit > one.limit ? other : one)), together: running.length };
}

function counted(count: number, noun: string): readonly string[] {
  return count > 1 ? [`${count} ${noun}s`] : [];
}

function joined(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
