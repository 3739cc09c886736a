import { addToList } from '../../../validation/add-to-list';
import type { Text } from '../../../text';
import type { Symptom } from '../../judge/finding';
import type { NodeRoom } from './node-room';
import { listedTexts } from './pending-texts';
import { describeAmount, formatAmount } from './resource-need';
import { freeText } from './room-shortage';
import type { UnscheduledPods } from './unscheduled-pods';

/** Pods of one workload that find no room. */
export interface RoomWanted {
  readonly waiting: UnscheduledPods;
  readonly resource: string;
  /** What one of them asks. */
  readonly need: number;
  /** The nodes that would do but for the room, the one with most of it first. */
  readonly rooms: readonly NodeRoom[];
}

/** So many workloads that wait for the same are one trouble: the nodes are full. */
const MANY_WORKLOADS = 3;

const SHOWN_EVIDENCE = 3;

const NOT_READ: Text = {
  en: 'how much is left could not be read, or no node is open to them',
  zh: '剩余多少无法读取，或没有对其开放的节点',
};

/** Returns what waits for the same resource of the same nodes, in groups; what no empty node could hold is alone. */
export function roomGroups(all: readonly RoomWanted[]): readonly (readonly [RoomWanted, ...RoomWanted[]])[] {
  const groups = new Map<string, [RoomWanted, ...RoomWanted[]]>();
  for (const one of all) {
    const isTooLarge = one.rooms.length > 0 && one.rooms.every(({ allocatable }) => allocatable < one.need);
    const nodes = one.rooms.map(({ name }) => name).join(' ');
    const key = isTooLarge ? one.waiting.id : `${one.resource} ${nodes}`;
    addToList(groups, key, one);
  }
  return [...groups.values()].flatMap((group): readonly (readonly [RoomWanted, ...RoomWanted[]])[] =>
    group.length >= MANY_WORKLOADS ? [group] : group.map((one) => [one] as const),
  );
}

/** Returns what is to be said of many workloads for which there is no room. */
export function roomForMany(group: readonly [RoomWanted, ...RoomWanted[]], takers: Text): Symptom {
  const [{ resource, rooms }] = group;
  const sizes = group
    .map(({ waiting, need }) => ({ waiting, amount: need * waiting.pods.length }))
    .sort((one, other) => other.amount - one.amount || (one.waiting.id < other.waiting.id ? -1 : 1));
  const total = sizes.reduce((sum, { amount }) => sum + amount, 0);
  const all = describeAmount(resource, total);
  const names = listedTexts(sizes.map(({ waiting, amount }) => `${waiting.id} ${formatAmount(resource, amount)}`));
  const free = rooms.length === 0 ? NOT_READ : freeText(resource, rooms);
  const [first] = sizes;
  const object = first?.waiting.id ?? '';
  return {
    object,
    cause: {
      en: `the nodes are full: Pods of ${group.length} workloads ask for ${all.en} in all (${names.en}); ${free.en}${takers.en}`,
      zh: `节点资源已满：${group.length} 个工作负载的 Pod 共申请 ${all.zh}（${names.zh}）；${free.zh}${takers.zh}`,
    },
    evidence: sizes.flatMap(({ waiting }) => waiting.evidence).slice(0, SHOWN_EVIDENCE),
    remedy: {
      en: `Free ${all.en} by scaling down what takes the most, lower the requests of what waits, or add a VM.`,
      zh: `缩减占用最多的工作负载以腾出 ${all.zh}，或降低等待者的 requests，或增加虚拟机。`,
    },
    explains: sizes.map(({ waiting }) => waiting.id).filter((id) => id !== object),
  };
}
