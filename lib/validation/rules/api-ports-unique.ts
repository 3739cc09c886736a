import { quoted } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { podProblems } from '../pods/pod-fields';
import type { PodFields } from '../pods/pod-fields';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';

const PORTS = 'spec.ports[]';

/**
 * Port names are unique in a container and in a Service, ports and node ports in a Service, and host ports among the
 * containers of a Pod. One container may repeat a container port, and two containers may use one name: both are only
 * documentation there.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateContainerPorts, checkHostPortConflicts, ValidateService
 */
export const apiPortsUnique = refusalRule({
  id: 'api-ports-unique',
  summary: 'No two ports of a container or of a Service have one name, and no two of a Service one number.',
  remedy: 'Give each port a name and a number of its own.',
  problemsIn: (manifest) =>
    qualifiedKind(manifest) === 'Service'
      ? servicePortProblems(Field.of(manifest))
      : podProblems(manifest, containerPortProblems),
});

function servicePortProblems(service: Field): readonly FieldProblem[] {
  const ports = service.all(PORTS);
  if (ports.length < 2) return [];
  return [
    ...ports
      .map((port) => port.at('name'))
      .filter(({ value }) => (value ?? '') === '')
      .map((name) => problemAt(name, `is missing; each of several ports has a name, and there are ${ports.length}`)),
    ...repeatedNames(ports),
    ...repeated(ports, (port) => [port.at('port'), withProtocol(port, 'port')]),
    ...repeated(ports, (port) => [port.at('nodePort'), withProtocol(port, 'nodePort')]),
  ];
}

function containerPortProblems({ spec, containers }: PodFields): readonly FieldProblem[] {
  const withPorts = containers.map(({ field, init }) => ({ init, ports: field.at('ports').items }));
  const onHost = spec.at('hostNetwork').value === true;
  return [
    ...withPorts.flatMap(({ ports }) => repeatedNames(ports)),
    ...repeatedOnHost(
      withPorts.filter(({ init }) => !init).flatMap(({ ports }) => ports),
      onHost,
    ),
    // Init containers run one after the other, so only each for itself.
    ...withPorts.filter(({ init }) => init).flatMap(({ ports }) => repeatedOnHost(ports, onHost)),
  ];
}

function repeatedNames(ports: readonly Field[]): readonly FieldProblem[] {
  return repeated(ports, (port) => [port.at('name'), port.at('name').text]);
}

/** Returns the ports of a VM that are taken twice: in the VM's network every port is one of the VM. */
function repeatedOnHost(ports: readonly Field[], onHost: boolean): readonly FieldProblem[] {
  return repeated(ports, (port) => {
    const name = onHost && (port.at('hostPort').integer ?? 0) === 0 ? 'containerPort' : 'hostPort';
    const number = withProtocol(port, name);
    const address = port.at('hostIP').text ?? '';
    return [port.at(name), number === undefined || address === '' ? number : `${number} at ${address}`];
  });
}

function withProtocol(port: Field, name: string): string | undefined {
  const number = port.at(name).integer ?? 0;
  return number === 0 ? undefined : `${port.at('protocol').text || 'TCP'} ${number}`;
}

/** Returns the ports whose key another one has already. */
function repeated(
  ports: readonly Field[],
  keyed: (port: Field) => readonly [field: Field, key: string | undefined],
): readonly FieldProblem[] {
  if (ports.length < 2) return [];
  const seen = new Set<string>();
  return ports.flatMap((port) => {
    const [field, key] = keyed(port);
    if (key === undefined || key === '') return [];
    if (seen.has(key))
      return [problemAt(field, `is ${field.text === undefined ? key : quoted(key)}, which another port is already`)];
    seen.add(key);
    return [];
  });
}
