import type { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { asObject } from '../manifest';
import { containerRefusalRule } from '../pods/pod-refusal-rule';
import { compareQuantities, writtenQuantity } from '../quantities/quantity-order';
import { allowsOvercommit, isHugePages } from '../quantities/resource-names';

/**
 * A request that is above its limit can never be met, for any resource that has both. Of what cannot be shared out
 * twice (huge pages and extended resources such as GPUs) the two have to be equal, and the limit has to be there.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateResourceRequirements
 */
export const apiRequestWithinLimit = containerRefusalRule({
  id: 'api-request-within-limit',
  summary: 'No container requests more of a resource than its limit.',
  remedy: 'Raise the limit or lower the request.',
  problemsIn: (container) => {
    const [requests, limits] = [container.at('resources.requests'), container.at('resources.limits')];
    const requested = Object.keys(asObject(requests.value));
    return [
      ...requested.flatMap((name) => requestProblems(name, requests.entry(name), limits)),
      ...hugePagesProblems(container, [...requested, ...Object.keys(asObject(limits.value))]),
    ];
  },
});

function requestProblems(name: string, request: Field, limits: Field): readonly FieldProblem[] {
  const limit = limits.entry(name);
  if (limit.value === request.value) return [];
  const shown = writtenQuantity(request.value);
  if (limit.value === undefined) {
    if (allowsOvercommit(name)) return [];
    return [problemAt(request, `is ${shown}, and there is no limit; a limit of the same amount is expected`)];
  }
  const order = compareQuantities(request.value, limit.value);
  if (order === undefined || order === 0) return [];
  if (!allowsOvercommit(name)) {
    return [problemAt(request, `is ${shown}; the limit is ${writtenQuantity(limit.value)}, and both have to be equal`)];
  }
  return order > 0 ? [problemAt(request, `is ${shown}; the limit is ${writtenQuantity(limit.value)}`)] : [];
}

function hugePagesProblems(container: Field, names: readonly string[]): readonly FieldProblem[] {
  if (!names.some(isHugePages) || names.includes('cpu') || names.includes('memory')) return [];
  return [problemAt(container.at('resources'), 'has huge pages without CPU or memory; one of these is expected')];
}
