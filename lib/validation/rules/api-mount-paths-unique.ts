import { absent, notEmpty, ofFormOrEmpty, oneOf, quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { containerProblems } from '../pods/pod-fields';
import { refusalRule } from '../fields/refusal-rule';
import { textForms } from '../fields/text-forms';

const MOUNTS: readonly FieldExpectation[] = [
  ['volumeMounts[].mountPath', notEmpty],
  ['volumeMounts[].subPath', ofFormOrEmpty(textForms.relativePath)],
  ['volumeMounts[].subPathExpr', ofFormOrEmpty(textForms.relativePath)],
  ['volumeMounts[].mountPropagation', oneOf('None', 'HostToContainer', 'Bidirectional')],
  ['volumeDevices[].devicePath', notEmpty],
];

/**
 * Two mounts of one path would hide each other. Paths are compared as they are written: `/data` and `/data/` are two.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateVolumeMounts
 */
export const apiMountPathsUnique = refusalRule({
  id: 'api-mount-paths-unique',
  summary: 'Each mount of a container has a path of its own.',
  remedy: 'Give each mount another path in the container.',
  problemsIn: (manifest) =>
    containerProblems(manifest, (container) => [
      ...repeatedPaths(container),
      ...problemsBelow(container, MOUNTS),
      ...container.all('volumeMounts[]').flatMap((mount) => mountProblems(mount, container)),
      ...container
        .all('volumeDevices[].devicePath')
        .filter(({ text }) => text?.split('/').includes('..'))
        .map((path) => problemAt(path, `is ${quoted(path.text ?? '')}; a path without ".." is expected`)),
    ]),
});

function repeatedPaths(container: Field): readonly FieldProblem[] {
  const volumes = new Map<string, string>();
  const mounts = [
    ...container.all('volumeMounts[]').map((mount) => [mount, mount.at('mountPath')] as const),
    ...container.all('volumeDevices[]').map((device) => [device, device.at('devicePath')] as const),
  ];
  return mounts.flatMap(([mount, path]) => {
    if (path.text === undefined || path.text === '') return [];
    const other = volumes.get(path.text);
    if (other !== undefined) return [problemAt(path, `is ${quoted(path.text)}, where ${other} is mounted already`)];
    volumes.set(path.text, mount.at('name').text ?? 'another volume');
    return [];
  });
}

function mountProblems(mount: Field, container: Field): readonly FieldProblem[] {
  const [subPath, propagation] = [mount.at('subPath').text ?? '', mount.at('mountPropagation')];
  const privileged = container.at('securityContext.privileged').value === true;
  return [
    ...(subPath !== '' && (mount.at('subPathExpr').text ?? '') !== ''
      ? problemsOf(mount.at('subPathExpr'), absent('as subPath is; one of the two is expected'))
      : []),
    ...(propagation.text === 'Bidirectional' && !privileged
      ? [problemAt(propagation, 'is "Bidirectional", which only a privileged container may have')]
      : []),
  ];
}
