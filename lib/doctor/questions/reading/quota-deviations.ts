import { objectId } from '../../../validation/manifest';
import { demandsOf } from '../../../validation/pods/demand';
import type { Demand } from '../../../validation/pods/demand';
import type { CountedResource } from '../../../validation/quantities/counted-resources';
import type { CloudCapacity } from '../../../validation/rule';
import type { Text } from '../../../text';
import type { Expected } from '../../cluster/expected';
import { tryExpected } from './expected-object';
import { shortId } from './named';
import type { Shortage } from './quota-shortage';
import { tryWorkloadSide } from './workload-side';

/** A workload that asks more of a quota than was published of it. */
export interface Deviation {
  /** `Kind/namespace/name`. */
  readonly object: string;
  /** What takes it back, as the beginning of a sentence. */
  readonly way: Text;
  /** How much of the resource that gives back. */
  readonly given: number;
}

/** How many of them are named. */
const MOST_NAMED = 3;

/**
 * Returns what takes more of a short resource than was published, what gives back most first, as many as it takes.
 *
 * What was published has been found to fit the quota. Where the cluster has something else, taking that back is the
 * way out, and making what was published smaller is not.
 *
 * @param demands of the workloads that are there, in the namespace of the quota
 * @returns nothing where that is not enough
 */
export function quotaDeviations(
  shortage: Shortage,
  demands: readonly Demand[],
  expected: Expected,
): readonly Deviation[] {
  const found = tryWorkloadSide(shortage.resource.name);
  if (found === undefined || expected.manifests.length === 0) return [];
  const { side, resource } = found;
  const all = demands.flatMap((demand) => tryDeviation(demand, side, resource, expected) ?? []);
  const ranked = all.sort((one, other) => other.given - one.given || (one.object < other.object ? -1 : 1));
  const enough: Deviation[] = [];
  let given = 0;
  for (const deviation of ranked.slice(0, MOST_NAMED)) {
    if (given >= shortage.short) break;
    enough.push(deviation);
    given += deviation.given;
  }
  return given >= shortage.short ? enough : [];
}

/** Returns how much of a resource the environment was promised, or undefined where a quota allows as much or more. */
export function tryPromised({ resource, hard }: Shortage, cloud: CloudCapacity | undefined): number | undefined {
  const found = tryWorkloadSide(resource.name);
  if (cloud === undefined || found === undefined || found.side === 'limits') return undefined;
  const vm = found.resource.name === 'cpu' ? cloud.vmCpuMillis : cloud.vmMemoryBytes;
  const promised = Math.floor((vm * cloud.vms * cloud.requestsSharePercent) / 100);
  return promised > hard ? promised : undefined;
}

function tryDeviation(
  demand: Demand,
  side: 'requests' | 'limits',
  resource: CountedResource,
  expected: Expected,
): Deviation | undefined {
  const { manifest } = demand.workload;
  const amountOf = ({ charge }: Demand) => charge[side][resource.amount];
  const now = amountOf(demand) * demand.steadyPods;
  if (now <= 0) return undefined;
  const [object, name] = [objectId(manifest), shortId(manifest)];
  const published = tryExpected(manifest, expected);
  const [meant] = published === undefined ? [] : demandsOf([published], 1);
  if (meant === undefined) {
    const amount = resource.describe(now);
    return {
      object,
      given: now,
      way: {
        en: `delete ${name}, which was not published and asks ${amount}`,
        zh: `删除未发布的 ${name}（占用 ${amount}）`,
      },
    };
  }
  if (demand.steadyPods > meant.steadyPods && meant.steadyPods > 0 && amountOf(demand) === amountOf(meant)) {
    const [from, to] = [demand.steadyPods, meant.steadyPods];
    return {
      object,
      given: amountOf(demand) * (from - to),
      way: {
        en: `scale ${name} back from ${from} to ${to}, as it was published`,
        zh: `把 ${name} 从 ${from} 个副本缩回发布时的 ${to} 个`,
      },
    };
  }
  const then = amountOf(meant) * meant.steadyPods;
  const [live, was] = [resource.format(amountOf(demand)), resource.format(amountOf(meant))];
  if (now <= then || live === was) return undefined;
  return {
    object,
    given: now - then,
    way: {
      en: `publish ${name} again, whose ${side}.${resource.name} was changed from ${was} to ${live}`,
      zh: `重新发布 ${name}（其 ${side}.${resource.name} 被从 ${was} 改成了 ${live}）`,
    },
  };
}
