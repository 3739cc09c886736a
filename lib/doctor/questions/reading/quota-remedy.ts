import { objectId } from '../../../validation/manifest';
import { tryLoweredAmount } from '../../../validation/capacity/lowered-amount';
import { demandsOf } from '../../../validation/pods/demand';
import type { Demand } from '../../../validation/pods/demand';
import type { CloudCapacity } from '../../../validation/rule';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import { namespaceOf, shortId } from './named';
import { quotaDeviations, tryPromised } from './quota-deviations';
import type { Deviation } from './quota-deviations';
import type { QuotaShortage, Shortage } from './quota-shortage';
import { isStandingSurge } from './standing-surge';
import { tryWorkloadSide } from './workload-side';

/** The kinds that make out the steady use of a quota. */
const STEADY_KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'];

/** How many workloads are named that can give something together. */
const NAMED_WORKLOADS = 5;

/** Returns what the workloads of a cluster ask of a quota while no job runs. */
export function steadyDemands(cluster: Cluster): readonly Demand[] {
  const nodes = Math.max(cluster.ofKind('Node').length, 1);
  return demandsOf(
    [...STEADY_KINDS, 'HorizontalPodAutoscaler'].flatMap((kind) => cluster.ofKind(kind)),
    nodes,
  );
}

/** How to get out of a quota that has no room. */
export interface QuotaRemedy extends Text {
  /** What is to be taken back, since it is not as published: then no line of a file is wrong. */
  readonly takenBack: readonly Deviation[];
}

/** Returns the ways out of a quota that has no room, as one sentence in each language. */
export function quotaRemedy(
  { namespace, quota, refusals, shortages }: QuotaShortage,
  steady: readonly Demand[],
  expected: Expected,
): QuotaRemedy {
  const { cloud } = expected.environment;
  const demands = steady.filter(({ workload }) => namespaceOf(workload.manifest) === namespace);
  const deviations = shortages.map((shortage) => quotaDeviations(shortage, demands, expected));
  const isEnough = deviations.length > 0 && deviations.every((found) => found.length > 0);
  const takenBack = isEnough ? [...new Map(deviations.flat().map((one) => [one.way.en, one])).values()] : [];
  const surging = refusals.filter((refusal) => isStandingSurge(refusal)).map(({ workload }) => workload);
  // What its old Pods are charged does not shrink before they are gone, and that is what cannot happen.
  const others = demands.filter(({ workload }) => !surging.includes(workload.manifest));
  const lowered = isEnough ? [] : shortages.flatMap((shortage) => loweringOf(shortage, others, refusals) ?? []);
  // Of a quota of 0 nothing is there that could be deleted.
  const objects = shortages.filter(
    ({ resource, used }) => used > 0 && !/^(?:requests|limits)\.|^(?:cpu|memory)$/.test(resource.name),
  );
  const raised = shortages.map((shortage) => raisedAmount(shortage, cloud));
  const raising = {
    en: `have ${quota} raised to ${raised.join(' and ')}`,
    zh: `请平台把 ${quota} 提高到 ${raised.join('、')}`,
  };
  // A quota below the share that the environment was promised is what is wrong, and not what keeps to that share.
  const isCut = shortages.every((one) => (tryPromised(one, cloud) ?? 0) >= one.hard + one.short);
  const ways: Text[] = [
    ...(isEnough ? [takingBack(takenBack)] : []),
    ...(isCut ? [raising] : []),
    ...surging.slice(0, 1).map((workload) => endFirst(shortId(workload))),
    ...(lowered.length === 0 ? [] : [lowering(lowered)]),
    ...(objects.length === 0 ? [] : [deletion(objects.map(({ resource }) => resource.name))]),
    ...(isEnough ? [] : moreVms(shortages, cloud)),
    ...(isCut ? [] : [raising]),
  ];
  const en = ways.map((way) => way.en).join(', or ');
  return {
    en: `${en.charAt(0).toUpperCase()}${en.slice(1)}.`,
    zh: `${ways.map((way) => way.zh).join('，或')}。`,
    takenBack,
  };
}

function takingBack(deviations: readonly Deviation[]): Text {
  return {
    en: deviations.map(({ way }) => way.en).join(' and '),
    zh: deviations.map(({ way }) => way.zh).join('，并'),
  };
}

/** What the environment was promised, where that is enough: then the quota itself has been made smaller. */
function raisedAmount(shortage: Shortage, cloud: CloudCapacity | undefined): string {
  const { resource, hard, short } = shortage;
  return `${resource.name} ${resource.format(Math.max(tryPromised(shortage, cloud) ?? 0, hard + short))}`;
}

function endFirst(workload: string): Text {
  return {
    en: `let the rollout of ${workload} end a Pod first (maxUnavailable 1, maxSurge 0)`,
    zh: `让 ${workload} 的滚动更新先停一个 Pod（maxUnavailable 1、maxSurge 0）`,
  };
}

function deletion(names: readonly string[]): Text {
  return {
    en: `delete what is no longer needed (${names.join(', ')})`,
    zh: `删除不再需要的对象（${names.join('、')}）`,
  };
}

function lowering(changes: readonly Text[]): Text {
  return {
    en: `lower ${changes.map(({ en }) => en).join(' and ')}`,
    zh: `把 ${changes.map(({ zh }) => zh).join('，并把 ')}`,
  };
}

/** What alone asks more than there is; otherwise the biggest workload that can give what is missing. */
function loweringOf(
  shortage: Shortage,
  demands: readonly Demand[],
  refusals: QuotaShortage['refusals'],
): Text | undefined {
  const { resource: counted, hard, short } = shortage;
  const tooBig = refusals.find(({ asks }) => (asks.get(counted.name) ?? 0) > hard);
  const alone = tooBig?.asks.get(counted.name);
  if (tooBig !== undefined && alone !== undefined && hard > 0) {
    return change(shortId(tooBig.workload), shortage, alone, hard, 1);
  }
  const found = tryWorkloadSide(shortage.resource.name);
  if (found === undefined || demands.length === 0) return undefined;
  const { side, resource } = found;
  const amountOf = ({ charge }: Demand) => charge[side][resource.amount];
  const ranked = demands
    .filter((demand) => demand.steadyPods > 0 && amountOf(demand) > 0)
    .map((demand) => ({ demand, id: objectId(demand.workload.manifest), total: amountOf(demand) * demand.steadyPods }))
    .sort((one, other) => other.total - one.total || (one.id < other.id ? -1 : 1));
  for (const { demand } of ranked) {
    const now = amountOf(demand);
    const then = tryLoweredAmount(now, short, demand.steadyPods, resource);
    if (then !== undefined) {
      return change(shortId(demand.workload.manifest), shortage, now, then, demand.steadyPods);
    }
  }
  const names = jointly(ranked, short);
  const amount = counted.format(short);
  return {
    en: `${counted.name} by ${amount} in all${names.length === 0 ? '' : ` (for example ${names.join(' and ')})`}`,
    zh: `${counted.name} 合计降低 ${amount}${names.length === 0 ? '' : `（例如 ${names.join('、')}）`}`,
  };
}

/** The biggest workloads, as many as it takes to give what is missing together and keep something. */
function jointly(ranked: readonly { readonly demand: Demand; readonly total: number }[], short: number) {
  let total = 0;
  let count = 0;
  for (const one of ranked) {
    if (total > short) break;
    total += one.total;
    count += 1;
  }
  return ranked.slice(0, Math.min(count, NAMED_WORKLOADS)).map(({ demand }) => shortId(demand.workload.manifest));
}

function change(name: string, { resource }: Shortage, now: number, then: number, pods: number): Text {
  const [from, to] = [resource.format(now), resource.format(then)];
  return {
    en: `${resource.name} of ${name} from ${from} to ${to}${pods === 1 ? '' : ` in each of its ${pods} Pods`}`,
    zh: `${name} 的 ${resource.name}${pods === 1 ? ' ' : `（${pods} 个 Pod，每个）`}从 ${from} 降到 ${to}`,
  };
}

/** How many VMs have a share that holds what is used and asked. */
function moreVms(shortages: readonly Shortage[], cloud: CloudCapacity | undefined): readonly Text[] {
  if (cloud === undefined || shortages.length === 0) return [];
  const counts = shortages.map((shortage) => {
    const found = tryWorkloadSide(shortage.resource.name);
    if (found === undefined || found.side === 'limits') return undefined;
    const vm = BigInt(found.resource.name === 'cpu' ? cloud.vmCpuMillis : cloud.vmMemoryBytes);
    const share = vm * BigInt(cloud.requestsSharePercent);
    if (share <= 0n) return undefined;
    return Number((BigInt(shortage.used + shortage.asked) * 100n + share - 1n) / share);
  });
  const known = counts.filter((count) => count !== undefined);
  const enough = Math.max(...known);
  if (known.length < counts.length || enough <= cloud.vms) return [];
  return [{ en: `use ${enough} VMs instead of ${cloud.vms}`, zh: `把虚拟机从 ${cloud.vms} 台增加到 ${enough} 台` }];
}
