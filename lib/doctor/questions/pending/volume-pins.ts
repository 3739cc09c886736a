import { asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import { nameOf, namespaceOf } from '../reading/named';
import { nodeAlternatives, requirementText, unmetOn } from './node-selection';
import { claimsOf } from '../reading/pods-by-claim';

/** A volume that can be mounted on certain nodes only. */
export interface VolumePin {
  readonly claim: string;
  readonly volume: string;
  /** What it asks of a node: `kubernetes.io/hostname=vm-1`. */
  readonly places: string;
  readonly allows: (node: Manifest) => boolean;
}

/** Returns the volumes that keep a Pod to certain nodes, as far as its claims are bound and the volumes were read. */
export function volumePins(cluster: Cluster, pod: Manifest): readonly VolumePin[] {
  return claimsOf(pod.json).flatMap((claim) => {
    const { volumeName } = asObject(cluster.tryFind('PersistentVolumeClaim', namespaceOf(pod), claim)?.json['spec']);
    const volume = cluster.tryFind('PersistentVolume', '', asText(volumeName));
    const required = asObject(asObject(volume?.json['spec'])['nodeAffinity'])['required'];
    const asked = { affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: required } } };
    const alternatives = nodeAlternatives(asked).filter((one) => one.length > 0);
    if (volume === undefined || alternatives.length === 0) return [];
    const places = alternatives.map((one) => one.map(requirementText).join(', ')).join(' or ');
    return [{ claim, volume: nameOf(volume), places, allows: (node) => unmetOn(asked, node).length === 0 }];
  });
}

/** Tells whether no node that a Pod selects can mount its volumes, though each asks for something that is there. */
export function isPinnedAway(cluster: Cluster, pod: Manifest): boolean {
  const pins = volumePins(cluster, pod);
  const selected = cluster.ofKind('Node').filter((node) => unmetOn(asObject(pod.json['spec']), node).length === 0);
  return pins.length > 0 && selected.length > 0 && !selected.some((node) => pins.every(({ allows }) => allows(node)));
}
