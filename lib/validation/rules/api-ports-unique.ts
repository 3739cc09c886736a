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
  const names = ports.map((port) => port.at('name'));
  return [
    ...(ports.length < 2 ? [] : names.filter(({ value }) => (value ?? '') === '')).map((name) =>
      problemAt(name, `is missing; each of several ports has a name, and there are ${ports.length}`),
    ),
    ...repeated(names, ({ text }) => text),
    ...repeated(
      ports.map((port) => port.at('port')),
      (_port, index) => withProtocol(ports[index], 'port'),
    ),
    ...repeated(
      ports.map((port) => port.at('nodePort')),
      (_port, index) => withProtocol(ports[index], 'nodePort'),
    ),
  ];
}

function containerPortProblems({ spec, containers }: PodFields): readonly FieldProblem[] {
  const onHost = spec.at('hostNetwork').value === true;
  const hostPorts = (ports: readonly Field[]) =>
    repeated(
      ports.map((port) => hostPort(port, onHost)),
      (_field, index) => {
        const port = ports[index];
        const number = withProtocol(
          port,
          hostPort(port, onHost).path.endsWith('hostPort') ? 'hostPort' : 'containerPort',
        );
        return number === undefined ? undefined : [number, port?.at('hostIP').text].filter(Boolean).join(' at ');
      },
    );
  const portsOf = ({ field }: { readonly field: Field }) => field.all('ports[]');
  return [
    ...containers.flatMap((container) =>
      repeated(
        portsOf(container).map((port) => port.at('name')),
        ({ text }) => text,
      ),
    ),
    ...hostPorts(containers.filter(({ init }) => !init).flatMap(portsOf)),
    // Init containers run one after the other, so only each for itself.
    ...containers.filter(({ init }) => init).flatMap((container) => hostPorts(portsOf(container))),
  ];
}

/** Returns the field that decides about the port of the VM: in the VM's network every port is one of the VM. */
function hostPort(port: Field | undefined, onHost: boolean): Field {
  const field = port ?? new Field('', undefined);
  return onHost && (field.at('hostPort').integer ?? 0) === 0 ? field.at('containerPort') : field.at('hostPort');
}

function withProtocol(port: Field | undefined, name: string): string | undefined {
  const number = port?.at(name).integer ?? 0;
  return number === 0 ? undefined : `${port?.at('protocol').text || 'TCP'} ${number}`;
}

function repeated(
  fields: readonly Field[],
  keyOf: (field: Field, index: number) => string | undefined,
): readonly FieldProblem[] {
  const seen = new Set<string>();
  return fields.flatMap((field, index) => {
    const key = keyOf(field, index);
    if (key === undefined || key === '') return [];
    if (seen.has(key))
      return [problemAt(field, `is ${field.text === undefined ? key : quoted(key)}, which another port is already`)];
    seen.add(key);
    return [];
  });
}
