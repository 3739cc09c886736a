import type { FieldProblem } from '../fields/field-problems';
import type { Json } from '../manifest';
import { tryNearestName } from '../names/nearest-name';
import { refusalRule } from '../fields/refusal-rule';
import { schemaFaults } from '../schema/schema-faults';
import type { SchemaFault } from '../schema/schema-faults';
import { kindOfValue } from '../schema/type-fault';
import { unservedKindProblems } from '../schema/unserved-kind';

/**
 * `kubectl apply` asks the API server to be strict, and it then refuses what it does not know: with a field that is
 * misspelt or one level too deep, the whole object.
 *
 * Fields inside of `status` and of custom resources are not judged. What the schema calls required counts as missing
 * only where the server does refuse its absence.
 *
 * @see https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
 */
export const objectValid = refusalRule({
  id: 'object-valid',
  summary:
    'Every object is of a kind that Kubernetes 1.27 serves, with known fields of the right types and no demanded one missing.',
  remedy: 'Write the field as the API of Kubernetes 1.27 describes it.',
  problemsIn: (manifest) => {
    const faults = schemaFaults(manifest);
    const ofKind = unservedKindProblems(manifest);
    return faults.length === 0 ? ofKind : [...ofKind, ...faults.flatMap(fieldProblems)];
  },
});

function fieldProblems(found: SchemaFault): readonly FieldProblem[] {
  const { path, value = null, fault, expected = '', known = [] } = found;
  switch (fault) {
    case 'unknown':
      return [unknownField(path, known)];
    case 'missing':
      return [{ field: path, message: 'is missing; Kubernetes 1.27 demands it' }];
    case 'type':
      return [wrongType(path, value, expected)];
    default:
      // A rule of its own is about quantities.
      return [];
  }
}

function unknownField(path: string, known: readonly string[]): FieldProblem {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const nearest = tryNearestName(name, known);
  return {
    field: path,
    message: 'is not known to Kubernetes 1.27 in this place',
    detail: `known: ${known.join(', ')}`,
    remedy: nearest === undefined ? 'Remove it, or move it to where it belongs.' : `Write ${nearest}.`,
  };
}

function wrongType(path: string, value: Json, expected: string): FieldProblem {
  const message = `is ${kindOfValue(value)}; ${expected} is expected`;
  if (expected === 'a text' && ['number', 'boolean'].includes(typeof value)) {
    return { field: path, message, remedy: 'Put the value in quotes.' };
  }
  const unquotable = typeof value === 'string' && /^(?:-?\d+|true|false)$/.test(value);
  return unquotable ? { field: path, message, remedy: 'Write the value without quotes.' } : { field: path, message };
}
