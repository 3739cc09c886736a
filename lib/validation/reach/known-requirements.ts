import { Field } from '../fields/field';
import { asList, asObject, asText } from '../manifest';
import type { Json } from '../manifest';

/**
 * Labels that a controller puts on each Pod, so that no template says their values.
 *
 * @see https://kubernetes.io/docs/reference/labels-annotations-taints/
 */
const CONTROLLER_LABELS: ReadonlySet<string> = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
]);

/**
 * Returns what of a label selector is about labels whose values are known: whoever does not meet that is not
 * selected, and whoever meets it may be.
 */
export function requirementsAbout(selector: Field, isKnown: (key: string) => boolean): Field {
  const { matchLabels, matchExpressions } = asObject(selector.value);
  const isWhole =
    Object.keys(asObject(matchLabels)).every(isKnown) &&
    asList(matchExpressions).every((item) => isKnown(asText(asObject(item)['key'])));
  // Nearly every selector is, and a copy of each would be much.
  if (isWhole) return selector;
  const labels = selector.at('matchLabels').entries.filter(([key]) => isKnown(key));
  const expressions = selector.at('matchExpressions').items.filter((item) => isKnown(item.at('key').text ?? ''));
  return new Field(selector.path, {
    matchLabels: Object.fromEntries(labels.map(([key, { value }]) => [key, value])),
    matchExpressions: expressions.map(({ value }): Json => value ?? null),
  });
}

/** Returns what of a label selector the template of a Pod can be asked about. */
export function requirementsOfTemplates(selector: Field): Field {
  return requirementsAbout(selector, (key) => !CONTROLLER_LABELS.has(key));
}
