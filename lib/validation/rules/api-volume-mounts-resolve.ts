import { notEmpty, quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsOf } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { podProblems } from '../pods/pod-fields';
import type { PodFields } from '../pods/pod-fields';
import { refusalRule } from '../fields/refusal-rule';

/**
 * What a container mounts is a volume of its Pod. For a StatefulSet the claims that it makes for each Pod are volumes
 * too. A block device has to be a claim.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateVolumeMounts, ValidateVolumeDevices
 */
export const apiVolumeMountsResolve = refusalRule({
  id: 'api-volume-mounts-resolve',
  summary: 'Everything that a container mounts is a volume of its Pod.',
  remedy: 'Add the volume to the Pod, or correct the name in the mount.',
  problemsIn: (manifest) =>
    podProblems(manifest, (pods) => {
      const volumes = volumesOf(pods);
      return pods.containers.flatMap(({ field }) => [
        ...field.all('volumeMounts[].name').flatMap((name) => missingVolume(name, volumes)),
        ...deviceProblems(field, volumes),
      ]);
    }),
});

/** Returns the names of the volumes of a Pod, with whether each is a claim. */
function volumesOf({ kind, workload, spec }: PodFields): ReadonlyMap<string, boolean> {
  const claims = kind === 'StatefulSet' ? workload.all('spec.volumeClaimTemplates[].metadata.name') : [];
  return new Map([
    ...spec.at('volumes').items.map((volume) => [volume.at('name').text ?? '', isClaim(volume)] as const),
    ...claims.map((name) => [name.text ?? '', true] as const),
  ]);
}

function isClaim(volume: Field): boolean {
  return volume.at('persistentVolumeClaim').exists || volume.at('ephemeral').exists;
}

function missingVolume(name: Field, volumes: ReadonlyMap<string, boolean>): readonly FieldProblem[] {
  if (name.text === undefined || volumes.has(name.text)) return problemsOf(name, notEmpty);
  const known = [...volumes.keys()].filter(Boolean);
  const found = known.length === 0 ? 'the Pod has no volumes' : `the volumes of the Pod are ${known.join(', ')}`;
  return [problemAt(name, `is ${quoted(name.text)}; ${found}`)];
}

function deviceProblems(container: Field, volumes: ReadonlyMap<string, boolean>): readonly FieldProblem[] {
  const mounted = new Set(container.all('volumeMounts[].name').map(({ text }) => text));
  const seen = new Set<string>();
  return container.all('volumeDevices[].name').flatMap((name) => {
    const { text } = name;
    if (text === undefined) return [];
    const problems = [
      ...missingVolume(name, volumes),
      ...(volumes.get(text) === false
        ? [problemAt(name, `is ${quoted(text)}, which is no claim; a block device has to be one`)]
        : []),
      ...(mounted.has(text) ? [problemAt(name, `is ${quoted(text)}, which the container mounts as a folder too`)] : []),
      ...(seen.has(text) ? [problemAt(name, `is ${quoted(text)}, which is a block device already`)] : []),
    ];
    seen.add(text);
    return problems;
  });
}
