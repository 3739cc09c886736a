import { asObject, asText, objectId } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { conditionEvidence, eventEvidence } from '../reading/evidence';
import { nameOf } from '../reading/named';
import { isTroubleTaint, taintsOf, taintText, tryNodeTrouble } from '../reading/node-state';
import { conditionOf, hasEnded, isTerminating, nodeOf } from '../reading/pod-state';
import { unscheduledBy } from './unscheduled-pods';

const PRESSURE = /pressure/i;

/** A node that does not answer, or that runs out of something, takes the Pods on it down and takes no others. */
export const nodeNotReady: Question = {
  id: 'node-not-ready',
  severity: 'error',
  summary: {
    en: 'Is a node out of order?',
    zh: '是否有节点不可用？',
  },
  ask: (cluster) => {
    const stuck = stuckByNode(cluster);
    const waiting = unscheduledBy(cluster, 'node-trouble');
    const inTrouble = cluster.ofKind('Node').flatMap((node) => troubleOf(node) ?? []);
    const found = inTrouble.map(({ node, condition, evidence }) => {
      // Under pressure a node still runs its Pods: one of them that is not well has a reason of its own.
      const isUnderPressure = PRESSURE.test(asText(condition['type']));
      const onIt = isUnderPressure ? [] : (stuck.get(nameOf(node)) ?? []);
      const explained = new Set([...onIt, ...waiting.map(({ id }) => id)]);
      return nodeSymptom(node, condition, evidence, [...explained].sort());
    });
    if (inTrouble.length > 0) return found;
    // Whoever may read one namespace only still learns it from what was said of the Pods.
    const unscheduled = waiting.map(({ id, evidence }) => unreadSymptom(id, '', evidence));
    return cluster.ofKind('Node').length > 0 ? unscheduled : [...unscheduled, ...notReadyPods(cluster)];
  },
};

interface NodeTrouble {
  readonly node: Manifest;
  readonly condition: JsonObject;
  readonly evidence: string;
}

function troubleOf(node: Manifest): NodeTrouble | undefined {
  const condition = tryNodeTrouble(node);
  if (condition !== undefined) return { node, condition, evidence: conditionEvidence(node, condition) };
  const taint = taintsOf(node).find(({ key }) => isTroubleTaint(key));
  if (taint === undefined) return undefined;
  const type = taint.key.slice(taint.key.indexOf('/') + 1);
  return { node, condition: { type }, evidence: `taint of Node/${nameOf(node)}: ${taintText(taint)}` };
}

function nodeSymptom(node: Manifest, condition: JsonObject, evidence: string, explains: readonly string[]): Symptom {
  const { type, status, message, lastTransitionTime } = condition;
  const time = asText(lastTransitionTime);
  const since = { en: time === '' ? '' : ` since ${time}`, zh: time === '' ? '' : `，自 ${time} 起` };
  const said = asText(message) === '' ? '' : `: ${asText(message)}`;
  const state = asText(status) === '' ? asText(type) : `${asText(type)}=${asText(status)}`;
  const count = explains.length;
  return {
    object: objectId(node),
    cause: {
      en: `node ${nameOf(node)} is out of order (${state}${since.en}${said}); ${count === 0 ? 'no workload seen depends on it now' : `${count} ${count === 1 ? 'workload has' : 'workloads have'} Pods that are stuck on it or would run there`}`,
      zh: `节点 ${nameOf(node)} 不可用（${state}${since.zh}${said}）；${count === 0 ? '目前没有发现受影响的工作负载' : `${count} 个工作负载有 Pod 卡在该节点上，或本应运行在该节点上`}`,
    },
    evidence: [evidence],
    remedy: {
      en: `Have the VM ${nameOf(node)} brought back by the operators of the container cloud; Pods without a claim move by themselves after five minutes.`,
      zh: `请容器云管理员恢复虚拟机 ${nameOf(node)}；不使用 PersistentVolumeClaim 的 Pod 五分钟后会自动迁移。`,
    },
    explains,
    ...(count === 0 ? { severity: 'warning' as const } : {}),
  };
}

function unreadSymptom(object: string, node: string, evidence: readonly string[]): Symptom {
  const name = node === '' ? '' : ` ${node}`;
  return {
    object,
    cause: {
      en: `the node${name} that its Pods need is out of order; the nodes themselves could not be read`,
      zh: `其 Pod 所需的节点${name}不可用；节点信息本身无法读取`,
    },
    evidence,
    remedy: {
      en: 'Ask the operators of the container cloud for the state of the VMs of the project.',
      zh: '请容器云管理员确认项目虚拟机的状态。',
    },
  };
}

/** Returns the workloads whose Pods on a node are not well, by the name of the node. */
function stuckByNode(cluster: Cluster): ReadonlyMap<string, ReadonlySet<string>> {
  const stuck = new Map<string, Set<string>>();
  for (const pod of cluster.ofKind('Pod')) {
    const node = nodeOf(pod);
    if (node === '' || hasEnded(pod)) continue;
    if (conditionOf(pod, 'Ready')['status'] === 'True' && !isTerminating(pod)) continue;
    stuck.set(node, (stuck.get(node) ?? new Set()).add(objectId(cluster.topOwner(pod))));
  }
  return stuck;
}

function notReadyPods(cluster: Cluster): readonly Symptom[] {
  const byWorkload = new Map<string, Symptom>();
  for (const pod of cluster.ofKind('Pod')) {
    if (hasEnded(pod) || conditionOf(pod, 'Ready')['status'] === 'True') continue;
    const isLost = asText(asObject(pod.json['status'])['reason']) === 'NodeLost';
    const event = cluster.eventsAbout(pod)[0];
    if (event === undefined ? !isLost : event['reason'] !== 'NodeNotReady') continue;
    const id = objectId(cluster.topOwner(pod));
    const evidence = event === undefined ? `status.reason of Pod/${nameOf(pod)}: NodeLost` : eventEvidence(pod, event);
    if (!byWorkload.has(id)) byWorkload.set(id, unreadSymptom(id, nodeOf(pod), [evidence]));
  }
  return [...byWorkload.values()];
}
