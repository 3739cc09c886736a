import { asList, asObject, asText } from '../../../validation/manifest';
import type { Json, JsonObject, Manifest } from '../../../validation/manifest';
import { nameOf } from '../reading/named';

/** What a Pod asks of the labels of a node. */
export interface NodeRequirement {
  /** The label, or `metadata.name` for the name of the node. */
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** Returns the required node selection of a Pod as alternatives, each of which is requirements that must all be met. */
export function nodeAlternatives(podSpec: JsonObject): readonly (readonly NodeRequirement[])[] {
  const selector = Object.entries(asObject(podSpec['nodeSelector'])).map(([key, value]) => ({
    key,
    operator: 'In',
    values: [asText(value)],
  }));
  const required = asObject(
    asObject(asObject(podSpec['affinity'])['nodeAffinity'])['requiredDuringSchedulingIgnoredDuringExecution'],
  );
  const terms = asList(required['nodeSelectorTerms']).map((term) =>
    ['matchExpressions', 'matchFields'].flatMap((part) => asList(asObject(term)[part]).map(requirementOf)),
  );
  return terms.length === 0 ? [selector] : terms.map((term) => [...selector, ...term]);
}

/** Returns what a node lacks of the alternative that it is nearest to; nothing where the Pod may run there. */
export function unmetOn(podSpec: JsonObject, node: Manifest): readonly NodeRequirement[] {
  const unmet = nodeAlternatives(podSpec).map((requirements) =>
    requirements.filter((requirement) => !meets(valueOn(node, requirement.key), requirement)),
  );
  return unmet.reduce((fewest, other) => (other.length < fewest.length ? other : fewest), unmet[0] ?? []);
}

/** Returns the value of a node's label, or of its name for `metadata.name`; undefined where it has none. */
export function valueOn(node: Manifest, key: string): string | undefined {
  if (key === 'metadata.name') return nameOf(node);
  const labels = asObject(asObject(node.json['metadata'])['labels']);
  return Object.hasOwn(labels, key) ? asText(labels[key]) : undefined;
}

/** Writes a requirement as people do: `disk=ssd`, `zone In (a, b)`, `gpu Exists`. */
export function requirementText({ key, operator, values }: NodeRequirement): string {
  if (operator === 'In' && values.length === 1) return `${key}=${values[0] ?? ''}`;
  return `${key} ${operator}${values.length === 0 ? '' : ` (${values.join(', ')})`}`;
}

function requirementOf(requirement: Json): NodeRequirement {
  const { key, operator, values } = asObject(requirement);
  return { key: asText(key), operator: asText(operator), values: asList(values).map(asText) };
}

function meets(value: string | undefined, { operator, values }: NodeRequirement): boolean {
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(values[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(values[0]);
    default:
      return true;
  }
}
