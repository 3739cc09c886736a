import { asList, asObject, asText, objectId } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import type { Question, Symptom } from '../../judge/finding';
import { podsByNode, roomOn, usableNodes } from './node-room';
import type { NodeRoom } from './node-room';
import { otherNodes, waitingPods } from './pending-texts';
import { preemptionOf } from './preemption';
import { askedBy, describeAmount, formatAmount, needOf } from './resource-need';
import { roomForMany, roomGroups } from './room-for-many';
import type { RoomWanted } from './room-for-many';
import { roomShortage } from './room-shortage';
import { takersText } from './room-takers';
import { unscheduledBy } from './unscheduled-pods';
import type { UnscheduledPods } from './unscheduled-pods';

/** A Pod asks for more than any node has left. */
export const noRoom: Question = {
  id: 'no-room',
  severity: 'error',
  summary: {
    en: 'Do Pods ask for more than any node has left?',
    zh: '是否有 Pod 申请的资源超过任何节点的剩余量？',
  },
  ask: (cluster, expected) => {
    const wanted = unscheduledBy(cluster, 'resource').map((waiting): RoomWanted => {
      const resource = shortResource(cluster, waiting);
      const need = needOf(waiting.podSpec, resource);
      const rooms = usableNodes(cluster, waiting.pod).map((node) => roomOn(cluster, node, resource));
      return { waiting, resource, need, rooms: byNearness(rooms) };
    });
    return roomGroups(wanted).map((group) => {
      const [first, ...others] = group;
      if (others.length === 0) return symptomOf(cluster, expected, first);
      const [nearest] = first.rooms;
      return roomForMany(
        group,
        nearest === undefined ? { en: '', zh: '' } : takersText(cluster, nearest.name, first.resource),
      );
    });
  },
};

function symptomOf(cluster: Cluster, expected: Expected, { waiting, resource, need, rooms }: RoomWanted): Symptom {
  const { id, podPath, podSpec, evidence } = waiting;
  const { othersAreKnown } = podsByNode(cluster);
  const asked = describeAmount(resource, need);
  const pods = waitingPods(waiting);
  const others = otherNodes(waiting, (text) => text.startsWith('Insufficient '));
  const priority = preemptionOf(cluster, waiting);
  const published = publishedText(expected, waiting, resource, need);
  const { found, remedy } = roomShortage({
    resource,
    need,
    rooms,
    othersAreKnown,
    largest: largest(podSpec, resource),
  });
  const isTooSmall = rooms.every(({ allocatable }) => allocatable < need);
  const takers =
    rooms[0] === undefined || isTooSmall ? { en: '', zh: '' } : takersText(cluster, rooms[0].name, resource);
  return {
    object: id,
    cause: {
      en: `${pods.en}: it asks for ${asked.en}${published.en}; ${found.en}${takers.en}${priority.text.en}${others.en}`,
      zh: `${pods.zh}：申请 ${asked.zh}${published.zh}；${found.zh}${takers.zh}${priority.text.zh}${others.zh}`,
    },
    evidence: [...evidence, ...priority.evidence],
    remedy,
    property: `${podPath}.containers[${largest(podSpec, resource).name}].resources.requests.${resource}`,
  };
}

/** Of several resources the one that the most nodes lack; where they are read, one that really is short. */
function shortResource(cluster: Cluster, { said, pod, podSpec }: UnscheduledPods): string {
  const lacking = said.blockers.filter(({ kind }) => kind === 'resource');
  const sorted = [...lacking].sort((one, other) => (other.nodes ?? 0) - (one.nodes ?? 0));
  const nodes = usableNodes(cluster, pod);
  const never = sorted.find(({ subject = '' }) => {
    const need = needOf(podSpec, subject);
    return nodes.length > 0 && nodes.every((node) => roomOn(cluster, node, subject).allocatable < need);
  });
  return (never ?? sorted[0])?.subject ?? 'cpu';
}

function byNearness(rooms: readonly NodeRoom[]): readonly NodeRoom[] {
  return [...rooms].sort((one, other) => other.free - one.free || (one.name < other.name ? -1 : 1));
}

/** Returns the container that asks for the most. */
function largest(podSpec: JsonObject, resource: string): { readonly name: string; readonly asked: number } {
  const containers = asList(podSpec['containers']).map(asObject);
  const asking = containers.map((container) => ({
    name: asText(container['name']),
    asked: askedBy(container, resource),
  }));
  return asking.reduce((most, one) => (one.asked > most.asked ? one : most), asking[0] ?? { name: '', asked: 0 });
}

/** Tells what `dist/` asks where it is another amount. */
function publishedText(expected: Expected, { id }: UnscheduledPods, resource: string, need: number): Text {
  const manifest = expected.manifests.find((one) => objectId(one) === id);
  const template = asObject(asObject(asObject(manifest?.json['spec'])['template'])['spec']);
  if (manifest === undefined || Object.keys(template).length === 0) return { en: '', zh: '' };
  const published = needOf(template, resource);
  if (published === need) return { en: '', zh: '' };
  const written = formatAmount(resource, published);
  return { en: ` (${written} in dist/)`, zh: `（dist/ 中为 ${written}）` };
}
