import { absent, notEmpty, ofFormOrEmpty, oneOf, pathWithoutDots, quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { containerRefusalRule } from '../pods/pod-refusal-rule';
import { textForms } from '../fields/text-forms';

const MOUNTS: readonly FieldExpectation[] = [
  ['volumeMounts[].mountPath', notEmpty],
  ['volumeMounts[].subPath', ofFormOrEmpty(textForms.relativePath)],
  ['volumeMounts[].subPathExpr', ofFormOrEmpty(textForms.relativePath)],
  ['volumeMounts[].mountPropagation', oneOf('None', 'HostToContainer', 'Bidirectional')],
  ['volumeMounts[]', subPathProblems],
  ['volumeDevices[].devicePath', notEmpty],
  ['volumeDevices[].devicePath', pathWithoutDots],
];

const UNPRIVILEGED_MOUNTS: readonly FieldExpectation[] = [
  ...MOUNTS,
  [
    'volumeMounts[].mountPropagation',
    ({ text }) =>
      text === 'Bidirectional' ? 'is "Bidirectional", which only a privileged container may have' : undefined,
  ],
];

/**
 * Two mounts of one path would hide each other. Paths are compared as they are written: `/data` and `/data/` are two.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateVolumeMounts
 */
export const apiMountPathsUnique = containerRefusalRule({
  id: 'api-mount-paths-unique',
  summary: 'Each mount of a container has a path of its own.',
  remedy: 'Give each mount another path in the container.',
  problemsIn: (container) => {
    const privileged = container.at('securityContext.privileged').value === true;
    return [...repeatedPaths(container), ...problemsBelow(container, privileged ? MOUNTS : UNPRIVILEGED_MOUNTS)];
  },
});

function repeatedPaths(container: Field): readonly FieldProblem[] {
  const others = new Map<string, Field>();
  const ask = (mount: Field, name: string): readonly FieldProblem[] => {
    const path = mount.at(name);
    if (path.text === undefined || path.text === '') return [];
    const other = others.get(path.text);
    others.set(path.text, other ?? mount);
    if (other === undefined) return [];
    const volume = other.at('name').text ?? 'another volume';
    return [problemAt(path, `is ${quoted(path.text)}, where ${volume} is mounted already`)];
  };
  return [
    ...container.at('volumeMounts').items.flatMap((mount) => ask(mount, 'mountPath')),
    ...container.at('volumeDevices').items.flatMap((device) => ask(device, 'devicePath')),
  ];
}

function subPathProblems(mount: Field): readonly FieldProblem[] {
  if ((mount.at('subPath').text ?? '') === '' || (mount.at('subPathExpr').text ?? '') === '') return [];
  return problemsOf(mount.at('subPathExpr'), absent('as subPath is; one of the two is expected'));
}
