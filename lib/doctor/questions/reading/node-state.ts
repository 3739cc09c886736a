import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { conditionOf } from './pod-state';

/** A mark of a node that keeps Pods away which do not tolerate it. */
export interface Taint {
  readonly key: string;
  readonly value: string;
  readonly effect: string;
}

/** Below this prefix are the taints that the node controller sets by a node's conditions. */
const OF_CONDITIONS = 'node.kubernetes.io/';
const CORDONED = 'node.kubernetes.io/unschedulable';
const PRESSURES = ['MemoryPressure', 'DiskPressure', 'PIDPressure', 'NetworkUnavailable'];

/** Returns the taints of a node. */
export function taintsOf(node: Manifest): readonly Taint[] {
  return asList(asObject(node.json['spec'])['taints'])
    .map(asObject)
    .map(({ key, value, effect }) => ({ key: asText(key), value: asText(value), effect: asText(effect) }));
}

/** Tells whether somebody has told a node to take no more Pods, as `kubectl cordon` and `drain` do. */
export function isCordoned(node: Manifest): boolean {
  return asObject(node.json['spec'])['unschedulable'] === true || taintsOf(node).some(({ key }) => key === CORDONED);
}

/** Returns the condition for which a node is of no use, or undefined where it is well or says nothing. */
export function tryNodeTrouble(node: Manifest): JsonObject | undefined {
  const ready = conditionOf(node, 'Ready');
  if (ready['status'] !== undefined && ready['status'] !== 'True') return ready;
  return PRESSURES.map((type) => conditionOf(node, type)).find(({ status }) => status === 'True');
}

/** Tells whether a taint was set by Kubernetes itself because the node is not well. */
export function isTroubleTaint(key: string): boolean {
  return key.startsWith(OF_CONDITIONS) && key !== CORDONED;
}

/** Tells whether a taint is that of `kubectl cordon`. */
export function isCordonTaint(key: string): boolean {
  return key === CORDONED;
}

/** Tells whether a taint marks the nodes of the control plane, which take nobody's Pods anywhere. */
export function isControlPlaneTaint(key: string): boolean {
  return key.startsWith('node-role.kubernetes.io/');
}

/** Returns the taints of a node that keep a Pod away. */
export function untoleratedTaints(podSpec: JsonObject, node: Manifest): readonly Taint[] {
  const tolerations = asList(podSpec['tolerations']).map(asObject);
  return taintsOf(node).filter(
    (taint) => taint.effect !== 'PreferNoSchedule' && !tolerations.some((toleration) => tolerates(toleration, taint)),
  );
}

/** Writes a taint as kubectl does: `dedicated=gpu:NoSchedule`. */
export function taintText({ key, value, effect }: Taint): string {
  return `${key}${value === '' ? '' : `=${value}`}${effect === '' ? '' : `:${effect}`}`;
}

function tolerates(toleration: JsonObject, taint: Taint): boolean {
  const [key, effect] = [asText(toleration['key']), asText(toleration['effect'])];
  if (effect !== '' && effect !== taint.effect) return false;
  if (key !== '' && key !== taint.key) return false;
  return toleration['operator'] === 'Exists' || (key !== '' && asText(toleration['value']) === taint.value);
}
