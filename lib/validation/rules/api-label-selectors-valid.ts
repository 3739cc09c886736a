import { Field } from '../fields/field';
import { problemsBelow } from '../fields/field-problems';
import type { FieldExpectation } from '../fields/field-problems';
import { labelSelectorProblems } from '../reach/label-selector';
import { podProblems } from '../pods/pod-fields';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';

/** Where label selectors stand, by kind. Those of a ReplicationController and a Service are plain labels. */
const SELECTORS: ReadonlyMap<string, readonly FieldExpectation[]> = new Map<string, readonly FieldExpectation[]>([
  ...[
    'Deployment.apps',
    'StatefulSet.apps',
    'DaemonSet.apps',
    'ReplicaSet.apps',
    'Job.batch',
    'PodDisruptionBudget.policy',
    'PersistentVolumeClaim',
  ].map((kind) => [kind, selectorsAt('spec.selector')] as const),
  [
    'NetworkPolicy.networking.k8s.io',
    selectorsAt(
      'spec.podSelector',
      ...['spec.ingress[].from[]', 'spec.egress[].to[]'].flatMap((peers) => [
        `${peers}.podSelector`,
        `${peers}.namespaceSelector`,
      ]),
    ),
  ],
]);

const POD_TERMS = ['affinity.podAffinity', 'affinity.podAntiAffinity'].flatMap((affinity) => [
  `${affinity}.requiredDuringSchedulingIgnoredDuringExecution[]`,
  `${affinity}.preferredDuringSchedulingIgnoredDuringExecution[].podAffinityTerm`,
]);

const POD_SELECTORS = selectorsAt(
  ...POD_TERMS.flatMap((term) => [`${term}.labelSelector`, `${term}.namespaceSelector`]),
  'topologySpreadConstraints[].labelSelector',
);

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
    const selectors = SELECTORS.get(qualifiedKind(manifest));
    return [
      ...(selectors === undefined ? [] : problemsBelow(Field.of(manifest), selectors)),
      ...podProblems(manifest, ({ spec }) => problemsBelow(spec, POD_SELECTORS)),
    ];
  },
});

function selectorsAt(...patterns: readonly string[]): readonly FieldExpectation[] {
  return patterns.map((pattern) => [pattern, labelSelectorProblems]);
}
