import type { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { containerProblems } from '../pods/pod-fields';
import { compareQuantities, writtenQuantity } from '../quantities/quantity-order';
import { refusalRule } from '../fields/refusal-rule';
import { allowsOvercommit, isHugePages } from '../quantities/resource-names';

/**
 * A request that is above its limit can never be met, for any resource that has both. Of what cannot be shared out
 * twice (huge pages and extended resources such as GPUs) the two have to be equal, and the limit has to be there.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateResourceRequirements
 */
export const apiRequestWithinLimit = refusalRule({
  id: 'api-request-within-limit',
  summary: 'No container requests more of a resource than its limit.',
  remedy: 'Raise the limit or lower the request.',
  problemsIn: (manifest) =>
    containerProblems(manifest, (container) => {
      const [requests, limits] = [container.at('resources.requests'), container.at('resources.limits')];
      return [
        ...requests.entries.flatMap(([name, request]) => requestProblems(name, request, limits)),
        ...hugePagesProblems(container.at('resources'), [...requests.entries, ...limits.entries]),
      ];
    }),
});

function requestProblems(name: string, request: Field, limits: Field): readonly FieldProblem[] {
  const limit = limits.entry(name);
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

function hugePagesProblems(
  resources: Field,
  entries: readonly (readonly [name: string, entry: Field])[],
): readonly FieldProblem[] {
  const names = entries.map(([name]) => name);
  if (!names.some(isHugePages) || names.includes('cpu') || names.includes('memory')) return [];
  return [problemAt(resources, 'has huge pages without CPU or memory; one of these is expected')];
}
