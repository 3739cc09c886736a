import { alternatives, quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import type { Expectation, FieldProblem } from '../fields/field-problems';
import { compareQuantities, writtenQuantity } from '../quantities/quantity-order';
import { textForms } from '../fields/text-forms';

/** The amounts of a container that it can be told. */
const AMOUNTS = ['limits', 'requests'].flatMap((list) =>
  ['cpu', 'memory', 'ephemeral-storage'].map((resource) => `${list}.${resource}`),
);

const CPU_DIVISORS = ['1', '1m'] as const;
const BYTE_DIVISORS = ['1', '1k', '1M', '1G', '1T', '1P', '1E', '1Ki', '1Mi', '1Gi', '1Ti', '1Pi', '1Ei'] as const;

/**
 * Expects a field of a Pod that it can be told: one of some, a label or an annotation.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateObjectFieldSelector
 */
export function podField(names: readonly string[]): Expectation {
  return ({ text }) => {
    if (text === undefined || names.includes(text)) return undefined;
    const [, map, key = ''] = /^(metadata\.(?:labels|annotations))\['(.*)'\]$/s.exec(text) ?? [];
    const form = map === 'metadata.labels' ? textForms.labelKey : textForms.annotationKey;
    if (map !== undefined && form.matches(key)) return undefined;
    return `is ${quoted(text)}; ${alternatives([...names, "metadata.labels['<key>']", "metadata.annotations['<key>']"])} is expected`;
  };
}

/**
 * Returns what is wrong with a reference to an amount of a container.
 *
 * A divisor is judged by its value. The API server looks at how it is written too, and refuses `1024` beside `1Ki`.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateContainerResourceFieldSelector
 */
export function resourceReferenceProblems(reference: Field): readonly FieldProblem[] {
  const [resource, divisor] = [reference.at('resource'), reference.at('divisor')];
  const { text = '' } = resource;
  const hugePages = /^(?:limits|requests)\.hugepages-/.test(text);
  if (resource.text !== undefined && !AMOUNTS.includes(text) && !hugePages) {
    return [problemAt(resource, `is ${quoted(text)}; ${alternatives(AMOUNTS)} is expected`)];
  }
  const divisors = text.endsWith('.cpu') ? CPU_DIVISORS : BYTE_DIVISORS;
  const matches = ['0', ...divisors].some((allowed) => (compareQuantities(divisor.value, allowed) ?? 0) === 0);
  if (!divisor.exists || matches) return [];
  return [problemAt(divisor, `is ${writtenQuantity(divisor.value)}; ${alternatives(divisors)} is expected`)];
}
