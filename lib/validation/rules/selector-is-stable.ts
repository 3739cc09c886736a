import { quoted } from '../fields/expectations';
import { Field } from '../fields/field';
import type { FieldProblem } from '../fields/field-problems';
import type { Manifest } from '../manifest';
import { tryWorkload } from '../pods/pods';
import type { WorkloadKind } from '../pods/pods';
import type { Rule } from '../rule';
import { isVersionLikeLabel } from '../names/version-like-label';

/** Where each kind has the labels by which it finds its Pods. A Job and a CronJob get theirs from Kubernetes. */
const SELECTOR_PATHS: ReadonlyMap<WorkloadKind, string> = new Map([
  ['Deployment', 'spec.selector'],
  ['StatefulSet', 'spec.selector'],
  ['DaemonSet', 'spec.selector'],
  ['ReplicaSet', 'spec.selector'],
]);

/**
 * The selector of a workload can never be changed. With a version in it the next release is refused, or, under a new
 * name, the old Pods stay behind without an owner.
 *
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#selector
 */
export const selectorIsStable: Rule = {
  id: 'selector-is-stable',
  class: 'policy',
  severity: 'error',
  summary: 'No selector of a workload has a label that changes with its version.',
  remedy: 'Select by labels that never change, such as app.kubernetes.io/name, and delete the workload once for it.',
  check: (manifests, { name }) =>
    manifests.flatMap((manifest) =>
      versionLabels(manifest).map((problem) => ({
        manifest,
        ...problem,
        // Others may tell versions apart on purpose, as a service mesh does, and name each workload after one.
        ...(name === undefined ? { severity: 'warning' as const } : {}),
      })),
    ),
};

function versionLabels(manifest: Manifest): readonly FieldProblem[] {
  const kind = tryWorkload(manifest)?.kind;
  const path = kind === undefined ? undefined : SELECTOR_PATHS.get(kind);
  if (path === undefined) return [];
  const selector = Field.of(manifest).at(path);
  const labels = selector.at('matchLabels').entries.map(([key, field]) => ({ key, value: field.text ?? '', field }));
  const expressions = selector.at('matchExpressions').items.flatMap((requirement) => {
    const key = requirement.at('key').text ?? '';
    const values = requirement.at('values').items.map(({ text }) => text ?? '');
    return (values.length === 0 ? [''] : values).map((value) => ({ key, value, field: requirement }));
  });
  return [...labels, ...expressions]
    .filter(({ key, value }) => isVersionLikeLabel(key, value))
    .map(({ key, value, field }) => {
      const label = value === '' ? key : `${key} ${quoted(value)}`;
      return { field: field.path, message: `selects by ${label}, which changes with the version; a selector cannot` };
    });
}
