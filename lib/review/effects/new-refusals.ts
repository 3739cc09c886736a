import { allRules } from '../../validation/all-rules';
import { asObject } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { qualifiedKind } from '../../validation/references/qualified-kind';
import type { Problem } from '../../validation/rule';
import { combined, noted, NOTHING, refused } from './judgement';
import type { Judgement } from './judgement';

/** The rules about what the API server refuses in one object by itself. */
const REFUSALS = allRules.filter(({ id }) => id.startsWith('api-') || id === 'object-valid' || id === 'quantity-valid');

/**
 * Judges whether the API server refuses an object as such: what is wrong now and was not before, as before it was
 * taken.
 */
export function newRefusals(before: Manifest, after: Manifest): Judgement {
  const problems = problemsOf(after);
  if (problems.length === 0) return NOTHING;
  const known = new Set(problemsOf(before).map(({ field, message }) => `${field} ${message}`));
  return combined(
    ...problems
      .filter(({ field, message }) => !known.has(`${field} ${message}`) && !isCleared(before, after, field))
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

/** What a Service has only with its former type, the API server takes from it with the type. */
function isCleared(before: Manifest, after: Manifest, field: string): boolean {
  if (qualifiedKind(after) !== 'Service' || !/(?:clusterIPs?|nodePort|healthCheckNodePort)$/i.test(field)) return false;
  return asObject(before.json['spec'])['type'] !== asObject(after.json['spec'])['type'];
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
