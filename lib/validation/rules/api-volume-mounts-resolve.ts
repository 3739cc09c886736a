import { notEmpty, quoted } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsOf } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { asList, asObject, asText } from '../manifest';
import type { JsonObject } from '../manifest';
import { podRefusalRule } from '../pods/pod-refusal-rule';
import type { PodFields } from '../pods/pod-fields';

/**
 * What a container mounts is a volume of its Pod. For a StatefulSet the claims that it makes for each Pod are volumes
 * too. A block device has to be a claim.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateVolumeMounts, ValidateVolumeDevices
 */
export const apiVolumeMountsResolve = podRefusalRule({
  id: 'api-volume-mounts-resolve',
  summary: 'Everything that a container mounts is a volume of its Pod.',
  remedy: 'Add the volume to the Pod, or correct the name in the mount.',
  problemsIn: (pods) => {
    const volumes = volumesOf(pods);
    return pods.containers.flatMap(({ field }) => [
      ...field.all('volumeMounts[].name').flatMap((name) => missingVolume(name, volumes)),
      ...deviceProblems(field, volumes),
    ]);
  },
});

/** Returns the names of the volumes of a Pod, with whether each is a claim. */
function volumesOf({ kind, workload, spec }: PodFields): ReadonlyMap<string, boolean> {
  const claims = kind === 'StatefulSet' ? workload.all('spec.volumeClaimTemplates[].metadata.name') : [];
  const volumes = new Map<string, boolean>();
  for (const volume of asList(spec.at('volumes').value).map(asObject))
    volumes.set(asText(volume['name']), isClaim(volume));
  for (const name of claims) volumes.set(name.text ?? '', true);
  return volumes;
}

function isClaim({ persistentVolumeClaim, ephemeral }: JsonObject): boolean {
  return (persistentVolumeClaim ?? ephemeral ?? null) !== null;
}

function missingVolume(name: Field, volumes: ReadonlyMap<string, boolean>): readonly FieldProblem[] {
  const { text } = name;
  if (text === undefined || volumes.has(text)) return text === '' ? problemsOf(name, notEmpty) : [];
  const known = [...volumes.keys()].filter(Boolean);
  const found = known.length === 0 ? 'the Pod has no volumes' : `the volumes of the Pod are ${known.join(', ')}`;
  return [problemAt(name, `is ${quoted(text)}; ${found}`)];
}

function deviceProblems(container: Field, volumes: ReadonlyMap<string, boolean>): readonly FieldProblem[] {
  const devices = container.all('volumeDevices[].name');
  if (devices.length === 0) return [];
  const mounted = new Set(container.all('volumeMounts[].name').map(({ text }) => text));
  const seen = new Set<string>();
  return devices.flatMap((name) => {
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
