import type { Text } from '../../../text';
import type { NodeRoom } from './node-room';
import { describeAmount, formatAmount } from './resource-need';

/** How many nodes are written out. */
const SHOWN_NODES = 4;

/** A Pod that finds no room, with the nodes that would do otherwise. */
export interface Shortage {
  readonly resource: string;
  readonly need: number;
  /** The one with the most room first. */
  readonly rooms: readonly NodeRoom[];
  /** Whether the Pods of other namespaces were read. */
  readonly othersAreKnown: boolean;
  /** The container that asks for the most. */
  readonly largest: { readonly name: string; readonly asked: number };
}

/** Returns what is left on the nodes against what is asked, and what to do about it. */
export function roomShortage(shortage: Shortage): { readonly found: Text; readonly remedy: Text } {
  const { resource, need, rooms, othersAreKnown } = shortage;
  const [nearest] = rooms;
  if (nearest === undefined) return { found: notReadText(), remedy: lowerRemedy(shortage, undefined) };
  const most = Math.max(...rooms.map(({ allocatable }) => allocatable));
  if (most < need) return { found: tooLarge(resource, rooms, most), remedy: sizeRemedy(shortage, most) };
  const free = freeText(resource, rooms);
  if (nearest.free >= need)
    return { found: hiddenText(free, othersAreKnown), remedy: lowerRemedy(shortage, undefined) };
  const total = rooms.reduce((sum, room) => sum + room.free, 0);
  const [all, short] = [describeAmount(resource, total), describeAmount(resource, need - nearest.free)];
  const isSplit = total >= need;
  const seen = othersAreKnown
    ? { en: '', zh: '' }
    : {
        en: ' (Pods of other namespaces could not be read and may take more)',
        zh: '（其他 namespace 的 Pod 无法读取，实际剩余可能更少）',
      };
  return {
    found: {
      en: `${free.en}${seen.en}: ${isSplit ? `together ${all.en}, which would do, but no single node has it` : `together ${all.en}`}; the nearest, ${nearest.name}, is ${short.en} short`,
      zh: `${free.zh}${seen.zh}：${isSplit ? `合计 ${all.zh}，总量够但分散在各节点上` : `合计 ${all.zh}`}；最接近的 ${nearest.name} 还差 ${short.zh}`,
    },
    remedy: lowerRemedy(shortage, need - nearest.free),
  };
}

function notReadText(): Text {
  return {
    en: 'no node has that much left (the nodes could not be read, or none is open to it, so by how much is not known)',
    zh: '没有节点有这么多剩余（节点无法读取，或没有对其开放的节点，差多少未知）',
  };
}

function tooLarge(resource: string, rooms: readonly NodeRoom[], most: number): Text {
  if (most === 0) return { en: `no node offers ${resource} at all`, zh: `没有任何节点提供 ${resource}` };
  const written = formatAmount(resource, most);
  return {
    en: `even an empty node has only ${written} (${rooms.length} ${rooms.length === 1 ? 'node' : 'nodes'})`,
    zh: `即使空节点也只有 ${written}（共 ${rooms.length} 个节点）`,
  };
}

/** Writes what is left on the nodes, the one with the most first. */
export function freeText(resource: string, rooms: readonly NodeRoom[]): Text {
  const shown = rooms.slice(0, SHOWN_NODES);
  const more = rooms.length - shown.length;
  const written = shown.map(({ name, free, allocatable }) => {
    const [left, all] = [formatAmount(resource, free), formatAmount(resource, allocatable)];
    return { en: `${name} has ${left} of ${all} free`, zh: `${name} 剩余 ${left}（共 ${all}）` };
  });
  return {
    en: `${written.map(({ en }) => en).join(', ')}${more > 0 ? ` and ${more} more nodes less` : ''}`,
    zh: `${written.map(({ zh }) => zh).join('，')}${more > 0 ? `，另有 ${more} 个节点更少` : ''}`,
  };
}

function hiddenText(free: Text, othersAreKnown: boolean): Text {
  return othersAreKnown
    ? {
        en: `${free.en} now, which would do: what took the room has just gone, or it is asked for beside another condition`,
        zh: `目前 ${free.zh}，应已足够：占用者刚刚离开，或同时还有其他条件不满足`,
      }
    : {
        en: `${free.en} as far as this namespace shows: Pods of other namespaces, which could not be read, take the rest`,
        zh: `就本 namespace 可见的部分，${free.zh}：其余被无法读取的其他 namespace 的 Pod 占用`,
      };
}

function sizeRemedy({ resource, need, largest }: Shortage, most: number): Text {
  if (most === 0) {
    return {
      en: `Leave ${resource} out of container ${largest.name}, or have a node with it added.`,
      zh: `从容器 ${largest.name} 中去掉 ${resource}，或请管理员增加提供它的节点。`,
    };
  }
  const less = formatAmount(resource, need - most);
  const asked = formatAmount(resource, largest.asked);
  return {
    en: `Lower requests.${resource} by at least ${less}; container ${largest.name} asks for ${asked}, the most of the Pod.`,
    zh: `把 requests.${resource} 至少降低 ${less}；该 Pod 中容器 ${largest.name} 申请最多，为 ${asked}。`,
  };
}

/** A container that is to give up more of what it asks than this cannot run any more. */
const MOST_GIVEN_UP = 0.75;

function lowerRemedy({ resource, largest }: Shortage, short: number | undefined): Text {
  if (short !== undefined && short > largest.asked * MOST_GIVEN_UP) {
    const missing = describeAmount(resource, short);
    return {
      en: `Free ${missing.en} on one node by scaling something down, or add a VM.`,
      zh: `缩减其他工作负载，在一个节点上腾出 ${missing.zh}，或增加虚拟机。`,
    };
  }
  const asked = formatAmount(resource, largest.asked);
  const by = short === undefined ? '' : ` ${formatAmount(resource, short)}`;
  return {
    en: `Lower requests.${resource} of container ${largest.name} (now ${asked})${by === '' ? '' : ` by${by}`}, free that much by scaling something down, or add a VM.`,
    zh: `把容器 ${largest.name} 的 requests.${resource}（现为 ${asked}）降低${by === '' ? '' : by}，或缩减其他工作负载腾出资源，或增加虚拟机。`,
  };
}
