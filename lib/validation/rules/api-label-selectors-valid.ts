import { Field } from '../fields/field';
import type { FieldProblem } from '../fields/field-problems';
import { labelSelectorProblems } from '../reach/label-selector';
import { podProblems } from '../pods/pod-fields';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';

/** Where label selectors stand, by kind. Those of a ReplicationController and a Service are plain labels. */
const SELECTORS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...['Deployment.apps', 'StatefulSet.apps', 'DaemonSet.apps', 'ReplicaSet.apps', 'Job.batch'].map(
    (kind) => [kind, ['spec.selector']] as const,
  ),
  ['PodDisruptionBudget.policy', ['spec.selector']],
  ['PersistentVolumeClaim', ['spec.selector']],
  [
    'NetworkPolicy.networking.k8s.io',
    [
      'spec.podSelector',
      ...['spec.ingress[].from[]', 'spec.egress[].to[]'].flatMap((peers) => [
        `${peers}.podSelector`,
        `${peers}.namespaceSelector`,
      ]),
    ],
  ],
]);

const POD_TERMS = ['affinity.podAffinity', 'affinity.podAntiAffinity'].flatMap((affinity) => [
  `${affinity}.requiredDuringSchedulingIgnoredDuringExecution[]`,
  `${affinity}.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm`,
]);

const POD_SELECTORS = [
  ...POD_TERMS.flatMap((term) => [`${term}.labelSelector`, `${term}.namespaceSelector`]),
  'topologySpreadConstraints[].labelSelector',
];

/**
 * A label selector has keys and values that labels can have, and operators that there are.
 *
 * @see k8s.io/apimachinery v0.27 pkg/apis/meta/v1/validation/validation.go, ValidateLabelSelector
 */
export const apiLabelSelectorsValid = refusalRule({
  id: 'api-label-selectors-valid',
  summary: 'Label selectors ask for what labels can be.',
  remedy: 'Ask with In, NotIn, Exists or DoesNotExist, for keys and values that labels can have.',
  problemsIn: (manifest) => {
    const patterns = SELECTORS.get(qualifiedKind(manifest));
    return [
      ...(patterns === undefined ? [] : selectorProblems(Field.of(manifest), patterns)),
      ...podProblems(manifest, ({ spec }) => selectorProblems(spec, POD_SELECTORS)),
    ];
  },
});

function selectorProblems(holder: Field, patterns: readonly string[]): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const pattern of patterns) {
    for (const selector of holder.all(pattern)) problems.push(...labelSelectorProblems(selector));
  }
  return problems;
}
