import { quoted } from '../fields/expectations';
import type { Json } from '../manifest';
import { refusalRule } from '../fields/refusal-rule';
import { schemaFaults } from '../schema/schema-faults';
import { kindOfValue } from '../schema/type-fault';

/**
 * An amount that cannot be read is refused with the whole object: `1GB` and `2 Gi` are, `1G` and `2Gi` are not.
 *
 * Whether the amount makes sense in its place, such as a negative one, is for other rules to say.
 *
 * @see k8s.io/apimachinery v0.27 pkg/api/resource/quantity.go, UnmarshalJSON
 */
export const quantityValid = refusalRule({
  id: 'quantity-valid',
  summary: 'Every amount, such as of CPU, memory and storage, is one that Kubernetes can read.',
  remedy: 'Write a number with one of the suffixes m, k, M, G, T, Ki, Mi, Gi and Ti or none, such as 500m or 2Gi.',
  problemsIn: (manifest) =>
    schemaFaults(manifest).flatMap(({ path, value = null, fault }) =>
      fault === 'quantity' ? [{ field: path, message: `is ${described(value)}; a quantity is expected` }] : [],
    ),
});

function described(value: Json): string {
  return typeof value === 'string' ? quoted(value) : kindOfValue(value);
}
