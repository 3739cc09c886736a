import { quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { podProblems } from '../pods/pod-fields';
import { tryMemoryBytes } from '../quantities/quantity';
import { isFractionalQuantity, isNegativeQuantity, writtenQuantity } from '../quantities/quantity-order';
import { refusalRule } from '../fields/refusal-rule';
import { hugePageSize, isContainerResource, isExtendedResource, isHugePages } from '../quantities/resource-names';

const SIZE_LIMITS: readonly FieldExpectation[] = [['volumes[].emptyDir.sizeLimit', negative]];

const RESOURCES = ['resources.requests', 'resources.limits'] as const;

/**
 * Amounts of resources are 0 or more, of resources that there are. Extended resources come in whole numbers, and huge
 * pages in whole pages.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateResourceRequirements
 */
export const apiQuantityNotNegative = refusalRule({
  id: 'api-quantity-not-negative',
  summary: 'Amounts of resources are not negative, and of resources that a container can have.',
  remedy: 'Give the amount that the container needs, or leave it out.',
  problemsIn: (manifest) =>
    podProblems(manifest, ({ spec, containers }) => [
      ...containers.flatMap(({ field }) => RESOURCES.flatMap((list) => resourcesProblems(field.at(list)))),
      ...resourcesProblems(spec.at('overhead')),
      ...problemsBelow(spec, SIZE_LIMITS),
    ]),
});

function resourcesProblems(list: Field): readonly FieldProblem[] {
  return list.entries.flatMap(([name, amount]) => {
    const message = isContainerResource(name)
      ? (negative(amount) ?? fractional(name, amount) ?? partOfPage(name, amount))
      : `is an amount of ${quoted(name)}; cpu, memory, ephemeral-storage, hugepages-<size> or a resource such as nvidia.com/gpu is expected`;
    return message === undefined ? [] : [problemAt(amount, message)];
  });
}

function negative({ value }: Field): string | undefined {
  return isNegativeQuantity(value) ? `is ${writtenQuantity(value)}; 0 or more is expected` : undefined;
}

function fractional(name: string, { value }: Field): string | undefined {
  if (!isExtendedResource(name) || !isFractionalQuantity(value)) return undefined;
  return `is ${writtenQuantity(value)}; a whole number is expected`;
}

function partOfPage(name: string, { value }: Field): string | undefined {
  if (!isHugePages(name)) return undefined;
  const [amount, page] = [tryMemoryBytes(value ?? 0), tryMemoryBytes(hugePageSize(name))];
  if (amount === undefined || amount === Number.MAX_SAFE_INTEGER) return undefined;
  if (page !== undefined && page > 0 && amount % page === 0) return undefined;
  return `is ${writtenQuantity(value)}; a multiple of the size of a page is expected, which ${quoted(name)} has in its name`;
}
