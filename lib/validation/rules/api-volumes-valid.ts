import type { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { podRefusalRule } from '../pods/pod-refusal-rule';
import type { PodFields } from '../pods/pod-fields';
import { repeatedTexts } from '../fields/repeated-texts';
import { volumeSourceProblems } from '../pods/volume-sources';

/**
 * A volume has a name of its own and at most one source, with paths that stay inside it.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateVolumes
 */
export const apiVolumesValid = podRefusalRule({
  id: 'api-volumes-valid',
  summary: 'Each volume of a Pod has a name of its own, one source, and paths below it.',
  remedy: 'Leave one source in the volume, and give each volume another name.',
  problemsIn: (pods) => {
    const volumes = pods.spec.at('volumes').items;
    if (volumes.length === 0) return [];
    return [
      ...repeatedTexts(volumesToBe(pods, volumes), 'volume'),
      ...volumes.flatMap(volumeSourceProblems),
      ...sharedDiskProblems(pods),
    ];
  },
});

/** Returns the names of the volumes, less those that a StatefulSet replaces by a claim. */
function volumesToBe({ kind, workload }: PodFields, volumes: readonly Field[]): readonly Field[] {
  const names = volumes.map((volume) => volume.at('name'));
  if (kind !== 'StatefulSet') return names;
  const claims = new Set(workload.all('spec.volumeClaimTemplates[].metadata.name').map(({ text }) => text));
  return names.filter(({ text }) => !claims.has(text));
}

/** Returns the disks that Pods on several VMs would write to, which only this kind of disk is refused for. */
function sharedDiskProblems({ kind, workload, spec }: PodFields): readonly FieldProblem[] {
  const replicas = workload.at('spec.replicas').integer ?? 1;
  const several =
    kind === 'DaemonSet' || (['Deployment', 'ReplicaSet', 'ReplicationController'].includes(kind) && replicas > 1);
  if (!several) return [];
  return spec
    .all('volumes[].gcePersistentDisk')
    .filter((disk) => disk.isObject && disk.at('readOnly').value !== true)
    .map((disk) => problemAt(disk.at('readOnly'), 'is not true; several Pods may only read from such a disk'));
}
