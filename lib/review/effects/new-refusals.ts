import { allRules } from '../../validation/all-rules';
import { asList, asObject } from '../../validation/manifest';
import type { Json, JsonObject, Manifest } from '../../validation/manifest';
import { qualifiedKind } from '../../validation/references/qualified-kind';
import type { Problem } from '../../validation/rule';
import { combined, noted, NOTHING, refused } from './judgement';
import type { Judgement } from './judgement';
import { isSame } from './same-value';

/** The rules about what the API server refuses in one object by itself. */
const REFUSALS = allRules.filter(({ id }) => id.startsWith('api-') || id === 'object-valid' || id === 'quantity-valid');

/**
 * Judges whether the API server refuses an object as such: what is wrong now and was not before, as before it was
 * taken.
 *
 * @param before undefined if the object is new
 */
export function newRefusals(before: Manifest | undefined, after: Manifest): Judgement {
  const problems = problemsOf(after);
  if (problems.length === 0) return NOTHING;
  const former = before === undefined ? [] : problemsOf(before);
  const known = new Set(former.map(({ field, message }) => `${field} ${message}`));
  return combined(
    ...problems
      .filter(({ field, message }) => !known.has(`${field} ${message}`))
      .filter(({ field }) => before === undefined || !isCleared(before, after, field))
      .map((problem) => (isSeenLater(after, problem) ? noted(laterNote(problem)) : refused(refusalNote(problem)))),
  );
}

function problemsOf(manifest: Manifest): readonly Problem[] {
  return REFUSALS.flatMap((rule) =>
    rule
      .check([manifest], {})
      .filter(({ severity = rule.severity }) => severity === 'error')
      .map((problem) => ({ ...problem, remedy: problem.remedy ?? rule.remedy })),
  );
}

/**
 * Tells whether the API server itself takes a field from a Service whose new type does not have it: as long as the YAML
 * still says what it said with the former type.
 *
 * @see kubernetes/kubernetes v1.27 pkg/registry/core/service/strategy.go, dropTypeDependentFields
 */
function isCleared(before: Manifest, after: Manifest, field: string): boolean {
  if (qualifiedKind(after) !== 'Service') return false;
  const [was, is] = [asObject(before.json['spec']), asObject(after.json['spec'])];
  if (was['type'] === is['type']) return false;
  if (/clusterIPs?$/.test(field)) return is['type'] === 'ExternalName' && isSame(was['clusterIP'], is['clusterIP']);
  if (field.endsWith('healthCheckNodePort')) return isSame(was['healthCheckNodePort'], is['healthCheckNodePort']);
  return field.endsWith('.nodePort') && isSame(nodePorts(was), nodePorts(is));
}

function nodePorts(spec: JsonObject): readonly Json[] {
  return asList(spec['ports']).map((port) => asObject(port)['nodePort'] ?? null);
}

/** The API server does not look into the template of a StatefulSet, and refuses each Pod of it. */
function isSeenLater(manifest: Manifest, { field }: Problem): boolean {
  return qualifiedKind(manifest) === 'StatefulSet.apps' && field.startsWith('spec.template.spec');
}

function refusalNote({ field, message, remedy = '' }: Problem) {
  return {
    en: `The API server refuses it: ${field} ${message}. ${remedy}`,
    zh: `API server 会拒绝：${field} ${message}。${remedy}`,
  };
}

function laterNote({ field, message, remedy = '' }: Problem) {
  return {
    en: `It is taken, and its new Pods are refused: ${field} ${message}. ${remedy}`,
    zh: `对象会被接受，但其新 Pod 会被拒绝：${field} ${message}。${remedy}`,
  };
}
