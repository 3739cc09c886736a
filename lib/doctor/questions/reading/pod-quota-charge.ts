import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import { podCharge } from '../../../validation/pods/pod-charge';

/** The keys under which a quota may count CPU and memory of Pods. */
const COUNTED = [
  ['cpu', 'requests', 'cpuMillis'],
  ['memory', 'requests', 'memoryBytes'],
  ['requests.cpu', 'requests', 'cpuMillis'],
  ['requests.memory', 'requests', 'memoryBytes'],
  ['limits.cpu', 'limits', 'cpuMillis'],
  ['limits.memory', 'limits', 'memoryBytes'],
] as const;

/** Returns what one Pod of this spec takes of a quota, by the quota's key; defaults of a LimitRange are not known here. */
export function podQuotaCharge(podSpec: JsonObject): ReadonlyMap<string, number> {
  const charge = podCharge(podSpec);
  return new Map([
    ...COUNTED.map(([name, side, amount]) => [name, charge[side][amount]] as const),
    ['pods', 1],
    ['count/pods', 1],
  ]);
}

/**
 * Tells whether a quota counts Pods of this spec: one without scopes does, one with scopes where each of them holds.
 *
 * A scope that is not known here counts as one that does not hold.
 *
 * @see kubernetes/kubernetes v1.27 pkg/quota/v1/evaluator/core/pods.go, podMatchesScopeFunc
 */
export function quotaCountsPods(quotaSpec: JsonObject, podSpec: JsonObject): boolean {
  const scopes = asList(quotaSpec['scopes']).map(asText);
  const expressions = asList(asObject(quotaSpec['scopeSelector'])['matchExpressions']).map(asObject);
  return scopes.every((scope) => holds(scope, podSpec)) && expressions.every((term) => holdsTerm(term, podSpec));
}

function holds(scope: string, podSpec: JsonObject): boolean {
  const isTerminating = typeof podSpec['activeDeadlineSeconds'] === 'number';
  switch (scope) {
    case 'Terminating':
      return isTerminating;
    case 'NotTerminating':
      return !isTerminating;
    case 'BestEffort':
      return isBestEffort(podSpec);
    case 'NotBestEffort':
      return !isBestEffort(podSpec);
    default:
      return false;
  }
}

function holdsTerm({ scopeName, operator, values }: JsonObject, podSpec: JsonObject): boolean {
  if (scopeName !== 'PriorityClass') return operator === 'Exists' && holds(asText(scopeName), podSpec);
  const priorityClass = asText(podSpec['priorityClassName']);
  const isListed = asList(values).includes(priorityClass);
  switch (operator) {
    case 'Exists':
      return priorityClass !== '';
    case 'DoesNotExist':
      return priorityClass === '';
    case 'In':
      return isListed;
    case 'NotIn':
      return !isListed;
    default:
      return false;
  }
}

function isBestEffort(podSpec: JsonObject): boolean {
  const charge = podCharge(podSpec);
  return [charge.requests, charge.limits].every(({ cpuMillis, memoryBytes }) => cpuMillis + memoryBytes === 0);
}
