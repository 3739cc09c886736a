import type { Text } from '../../text';
import { allRules } from '../../validation/all-rules';
import { asList, asObject } from '../../validation/manifest';
import type { Json, JsonObject, Manifest } from '../../validation/manifest';
import { qualifiedKind } from '../../validation/references/qualified-kind';
import type { Problem } from '../../validation/rule';
import { hiddenInSentence } from '../comparison/hidden-in-sentence';
import { noted, NOTHING, refused } from './judgement';
import type { Judgement } from './judgement';
import { isSame } from './same-value';

/** The rules about what the API server refuses in one object by itself. */
const REFUSALS = allRules.filter(({ id }) => id.startsWith('api-') || id === 'object-valid' || id === 'quantity-valid');

/** More faults of one object than anybody reads here. */
const MOST_TOLD = 20;

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
  const fresh = problems
    .filter(({ field, message }) => !known.has(`${field} ${message}`))
    .filter(({ field }) => before === undefined || !isCleared(before, after, field));
  const refusals = fresh.filter((problem) => !isSeenLater(after, problem));
  return refusals.length > 0
    ? refused(...notesOn(after, refusals, refusalNote))
    : noted(...notesOn(after, fresh, laterNote));
}

function notesOn(
  manifest: Manifest,
  problems: readonly Problem[],
  noteOn: (problem: Problem) => Text,
): readonly Text[] {
  if (problems.length === 0) return [];
  const hide = hiddenInSentence(manifest);
  const more = problems.length - MOST_TOLD;
  return [
    ...problems.slice(0, MOST_TOLD).map((problem) => noteOn({ ...problem, message: hide(problem.message) })),
    ...(more > 0
      ? [{ en: `There are ${more} more; znyw check says all.`, zh: `另有 ${more} 处；znyw check 会全部列出。` }]
      : []),
  ];
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

/**
 * The API server does not look into the template of a StatefulSet, and in no template for white space around an image;
 * it refuses each Pod of it.
 */
function isSeenLater(manifest: Manifest, { field, message }: Problem): boolean {
  const kind = qualifiedKind(manifest);
  if (kind === 'StatefulSet.apps') return field.startsWith('spec.template.spec');
  return kind !== 'Pod' && field.endsWith('.image') && /^is "(?:\s|.*\s")/.test(message);
}

function refusalNote({ field, message, remedy = '' }: Problem) {
  return {
    en: `The API server refuses it: ${field} ${message}. ${remedy}`,
    zh: `API server 会拒绝：${field} ${message}. ${remedy}`,
  };
}

function laterNote({ field, message, remedy = '' }: Problem) {
  return {
    en: `It is taken, and its new Pods are refused: ${field} ${message}. ${remedy}`,
    zh: `对象会被接受，但其新 Pod 会被拒绝：${field} ${message}. ${remedy}`,
  };
}
