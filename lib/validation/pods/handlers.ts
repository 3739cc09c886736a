import { given, notEmptyList, ofForm, oneOfOrEmpty } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemsBelow } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { oneSourceProblems } from '../fields/one-source';
import { portNumber, portNumberOrName } from '../fields/port-expectations';
import { textForms } from '../fields/text-forms';

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['httpGet.port', portNumberOrName],
  ['httpGet.scheme', oneOfOrEmpty('HTTP', 'HTTPS')],
  ['httpGet.httpHeaders[].name', ofForm(textForms.headerName)],
  ['tcpSocket.port', portNumberOrName],
  ['grpc.port', portNumber],
  ['exec.command', notEmptyList],
  ['exec.command', (command) => (command.exists ? undefined : given(command))],
];

/**
 * Returns what is wrong with how a container is probed or told of its start or end: exactly one way is expected.
 *
 * @param names the ways that there are: a hook has no `grpc`
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateHandler
 */
export function handlerProblems(handler: Field, names: readonly string[]): readonly FieldProblem[] {
  return [...oneSourceProblems(handler, names), ...problemsBelow(handler, EXPECTATIONS)];
}
