import { notEmpty, notEmptyList, ofFormOrEmpty, oneOf } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsBelow } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { podProblems } from '../pods/pod-fields';
import { qualifiedKind } from '../references/qualified-kind';
import { compareQuantities, writtenQuantity } from '../quantities/quantity-order';
import { refusalRule } from '../fields/refusal-rule';
import { textForms } from '../fields/text-forms';

const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'] as const;

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['accessModes', notEmptyList],
  ['accessModes[]', oneOf(...ACCESS_MODES)],
  ['storageClassName', ofFormOrEmpty(textForms.dnsSubdomain)],
  ['volumeMode', oneOf('Filesystem', 'Block')],
  ['dataSourceRef.kind', notEmpty],
  ['dataSourceRef.name', notEmpty],
];

const DATA_SOURCE: readonly FieldExpectation[] = [['dataSource.name', notEmpty]];

const NONE: readonly FieldExpectation[] = [];

/** Where claims stand, by kind. */
const CLAIMS: ReadonlyMap<string, readonly FieldExpectation[]> = new Map<string, readonly FieldExpectation[]>([
  ['PersistentVolumeClaim', [['spec', claimProblems]]],
  ['StatefulSet.apps', [['spec.volumeClaimTemplates[].spec', claimProblems]]],
]);

const VOLUME_CLAIMS: readonly FieldExpectation[] = [['volumes[].ephemeral.volumeClaimTemplate.spec', claimProblems]];

/**
 * A claim asks for more than nothing, with an access mode. The claims that a StatefulSet makes for each Pod, and those
 * of volumes that live with a Pod, are claims like any other, refused when they are made.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidatePersistentVolumeClaimSpec
 */
export const apiClaimValid = refusalRule({
  id: 'api-claim-valid',
  summary: 'A PersistentVolumeClaim has an access mode and asks for some storage.',
  remedy: 'Give accessModes, such as ReadWriteOnce, and resources.requests.storage.',
  problemsIn: (manifest) => [
    ...problemsBelow(Field.of(manifest), CLAIMS.get(qualifiedKind(manifest)) ?? NONE),
    ...podProblems(manifest, ({ spec }) => problemsBelow(spec, VOLUME_CLAIMS)),
  ],
});

function claimProblems(spec: Field): readonly FieldProblem[] {
  if (!spec.isObject) return [];
  const [modes, storage] = [spec.at('accessModes'), spec.at('resources.requests.storage')];
  const alone = modes.items.some(({ value }) => value === 'ReadWriteOncePod');
  const others = modes.items.filter(({ text }) => text !== 'ReadWriteOncePod');
  return [
    ...problemsBelow(spec, EXPECTATIONS),
    // A dataSource of a kind that cannot be one is dropped, not judged.
    ...(spec.at('dataSource.kind').text === 'PersistentVolumeClaim' ? problemsBelow(spec, DATA_SOURCE) : []),
    ...(modes.exists ? [] : [problemAt(modes, 'is missing; an access mode is expected')]),
    ...(alone && others.length > 0
      ? [problemAt(modes, 'has ReadWriteOncePod and another mode; it is expected by itself')]
      : []),
    ...(storage.value === undefined && !hasMalformedAmounts(spec)
      ? [problemAt(storage, 'is missing; an amount of storage is expected')]
      : []),
    ...(storage.value !== undefined && (compareQuantities(storage.value, 0) ?? 1) <= 0
      ? [problemAt(storage, `is ${writtenQuantity(storage.value)}; more than 0 is expected`)]
      : []),
  ];
}

/** Tells whether what would hold the amount is there and cannot: that is for the rule that knows the schema. */
function hasMalformedAmounts(spec: Field): boolean {
  return ['resources', 'resources.requests']
    .map((path) => spec.at(path))
    .some(({ exists, isObject }) => exists && !isObject);
}
