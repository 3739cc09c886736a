import { quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { isJsonObject } from '../manifest';
import type { Json } from '../manifest';
import { podRefusalRule } from '../pods/pod-refusal-rule';
import { tryMemoryBytes } from '../quantities/quantity';
import { isFractionalQuantity, isNegativeQuantity, writtenQuantity } from '../quantities/quantity-order';
import { hugePageSize, isContainerResource, isExtendedResource, isHugePages } from '../quantities/resource-names';

const OF_CONTAINERS: readonly FieldExpectation[] = [
  ['resources.requests', resourcesProblems],
  ['resources.limits', resourcesProblems],
];

const OF_PODS: readonly FieldExpectation[] = [
  ['overhead', resourcesProblems],
  ['volumes[].emptyDir.sizeLimit', ({ value }) => negative(value)],
];

/**
 * Amounts of resources are 0 or more, of resources that there are. Extended resources come in whole numbers, and huge
 * pages in whole pages.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateResourceRequirements
 */
export const apiQuantityNotNegative = podRefusalRule({
  id: 'api-quantity-not-negative',
  summary: 'Amounts of resources are not negative, and of resources that a container can have.',
  remedy: 'Give the amount that the container needs, or leave it out.',
  problemsIn: ({ spec, containers }) => [
    ...containers.flatMap(({ field }) => problemsBelow(field, OF_CONTAINERS)),
    ...problemsBelow(spec, OF_PODS),
  ],
});

function resourcesProblems(list: Field): readonly FieldProblem[] {
  const { value } = list;
  if (!isJsonObject(value)) return [];
  return Object.keys(value).flatMap((name) => {
    const amount = value[name];
    const message = isContainerResource(name)
      ? (negative(amount) ?? fractional(name, amount) ?? partOfPage(name, amount))
      : `is an amount of ${quoted(name)}; cpu, memory, ephemeral-storage, hugepages-<size> or a resource such as nvidia.com/gpu is expected`;
    return message === undefined ? [] : [problemAt(list.entry(name), message)];
  });
}

function negative(value: Json | undefined): string | undefined {
  return isNegativeQuantity(value) ? `is ${writtenQuantity(value)}; 0 or more is expected` : undefined;
}

function fractional(name: string, value: Json | undefined): string | undefined {
  if (!isExtendedResource(name) || !isFractionalQuantity(value)) return undefined;
  return `is ${writtenQuantity(value)}; a whole number is expected`;
}

function partOfPage(name: string, value: Json | undefined): string | undefined {
  if (!isHugePages(name)) return undefined;
  const [amount, page] = [tryMemoryBytes(value ?? 0), tryMemoryBytes(hugePageSize(name))];
  if (amount === undefined || amount === Number.MAX_SAFE_INTEGER) return undefined;
  if (page !== undefined && page > 0 && amount % page === 0) return undefined;
  return `is ${writtenQuantity(value)}; a multiple of the size of a page is expected, which ${quoted(name)} has in its name`;
}
