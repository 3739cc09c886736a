import { between, ofForm, ofFormOrEmpty, oneOfOrEmpty } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemsBelow } from '../fields/field-problems';
import type { Expectation, FieldExpectation } from '../fields/field-problems';
import { containerProblems } from '../pods/pod-fields';
import { portNumber, portNumberOrName } from '../fields/port-expectations';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';
import { textForms } from '../fields/text-forms';

const PROTOCOL = oneOfOrEmpty('TCP', 'UDP', 'SCTP');

/** Takes 0 for none. */
const portNumberOrNone: Expectation = between(0, 65_535);

const CONTAINER_PORTS: readonly FieldExpectation[] = [
  ['ports[].name', ofFormOrEmpty(textForms.portName)],
  ['ports[].containerPort', portNumber],
  ['ports[].hostPort', portNumberOrNone],
  ['ports[].protocol', PROTOCOL],
];

const SERVICE_PORTS: readonly FieldExpectation[] = [
  ['spec.ports[].name', ofFormOrEmpty(textForms.dnsLabel)],
  ['spec.ports[].port', portNumber],
  // Without one, or with 0, it is the port of the Service.
  [
    'spec.ports[].targetPort',
    (field) => (field.value === 0 || field.value === '' ? undefined : portNumberOrName(field)),
  ],
  ['spec.ports[].protocol', PROTOCOL],
  ['spec.ports[].appProtocol', ofForm(textForms.labelKey)],
];

/**
 * Ports are 1 to 65535, and names of container ports are those of IANA: 15 characters, of which one is a letter.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateContainerPorts, validateServicePort
 */
export const apiPortNamesValid = refusalRule({
  id: 'api-port-names-valid',
  summary: 'Ports have numbers from 1 to 65535 and names of at most 15 small letters, digits and "-".',
  remedy: 'Shorten the name of the port, or correct its number.',
  problemsIn: (manifest) =>
    qualifiedKind(manifest) === 'Service'
      ? problemsBelow(Field.of(manifest), SERVICE_PORTS)
      : containerProblems(manifest, (container) => problemsBelow(container, CONTAINER_PORTS)),
});
