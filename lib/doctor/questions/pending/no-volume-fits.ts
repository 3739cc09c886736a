import { asList, asObject, asText, objectId } from '../../../validation/manifest';
import type { Json, Manifest } from '../../../validation/manifest';
import { tryMemoryBytes } from '../../../validation/quantities/quantity';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { nameOf, namespaceOf } from '../reading/named';
import { phaseOf } from '../reading/pod-state';
import { claimsInTrouble, classOf } from './claim-trouble';
import { claimsOf } from '../reading/pods-by-claim';
import { unscheduledBy } from './unscheduled-pods';
import type { UnscheduledPods } from './unscheduled-pods';

/** A claim that takes a volume which somebody has made before, and none of them will do. */
export const noVolumeFits: Question = {
  id: 'no-volume-fits',
  severity: 'error',
  summary: {
    en: 'Does a claim wait for a volume that nobody has made?',
    zh: '是否有 PersistentVolumeClaim 在等待没有人创建的 PersistentVolume？',
  },
  ask: (cluster) => {
    const unbound = claimsInTrouble(cluster, 'none-fits').map(({ id, claim, evidence, users, isAwaited }) => ({
      ...symptomOf(cluster, claim, id, evidence, users),
      ...(isAwaited ? {} : { severity: 'warning' as const }),
    }));
    const unscheduled = unscheduledBy(cluster, 'no-volume-fits').flatMap((pods) => perWorkload(cluster, pods));
    return [...unbound, ...unscheduled];
  },
};

/** The claims wait for a Pod, and the Pod finds no node whose volumes fit them. */
function perWorkload(cluster: Cluster, { pod, id, evidence }: UnscheduledPods): readonly Symptom[] {
  const claims = claimsOf(pod.json).flatMap((name) => {
    const claim = cluster.tryFind('PersistentVolumeClaim', namespaceOf(pod), name);
    return claim !== undefined && phaseOf(claim) === 'Pending' ? [claim] : [];
  });
  return claims.map((claim) => symptomOf(cluster, claim, objectId(claim), evidence, [id]));
}

function symptomOf(
  cluster: Cluster,
  claim: Manifest,
  id: string,
  evidence: readonly string[],
  users: readonly string[],
): Symptom {
  const wanted = wishOf(claim);
  const why = reasonsText(cluster, claim);
  return {
    object: id,
    cause: {
      en: `no PersistentVolume fits the claim, which asks for ${wanted}${why.en}`,
      zh: `没有 PersistentVolume 满足该 PersistentVolumeClaim（要求 ${wanted}）${why.zh}`,
    },
    evidence,
    remedy: {
      en: 'Write a storageClassName whose volumes are made on demand, or have a volume of this size, class and access mode made; a claim cannot be changed, so delete it and apply it again.',
      zh: '改用能自动创建卷的 storageClassName，或请管理员创建容量、StorageClass 与访问模式都符合的 PersistentVolume；已创建的 PersistentVolumeClaim 需删除后重新 apply。',
    },
    property: 'spec.storageClassName',
    explains: users,
  };
}

function wishOf({ json }: Manifest): string {
  const spec = asObject(json['spec']);
  const size = writtenQuantity(asObject(asObject(spec['resources'])['requests'])['storage']);
  const storageClass = classOf({ json, file: '' }) ?? '';
  const modes = asList(spec['accessModes']).map(asText).join(', ');
  return `${size}, ${modes}, ${storageClass === '' ? 'storageClassName ""' : `class "${storageClass}"`}`;
}

/** Tells of each volume, the nearest first, in what it does not fit. */
function reasonsText(cluster: Cluster, claim: Manifest): Text {
  if (cluster.reading.unread.has('persistentvolumes')) return { en: '', zh: '' };
  const volumes = cluster.ofKind('PersistentVolume').map((volume) => ({ volume, faults: faultsOf(claim, volume) }));
  if (volumes.length === 0)
    return { en: '; the cluster has no PersistentVolume at all', zh: '；集群中没有任何 PersistentVolume' };
  const [nearest] = volumes.sort(
    (one, other) => one.faults.length - other.faults.length || (nameOf(one.volume) < nameOf(other.volume) ? -1 : 1),
  );
  if (nearest === undefined || nearest.faults.length === 0) return { en: '', zh: '' };
  const faults = nearest.faults.join(', ');
  return {
    en: `; the nearest of ${volumes.length} is ${nameOf(nearest.volume)}: ${faults}`,
    zh: `；共 ${volumes.length} 个，最接近的是 ${nameOf(nearest.volume)}：${faults}`,
  };
}

/** Returns in what a volume does not fit a claim, as its own values. */
function faultsOf(claim: Manifest, volume: Manifest): readonly string[] {
  const [asked, has] = [asObject(claim.json['spec']), asObject(volume.json['spec'])];
  const faults: string[] = [];
  const phase = phaseOf(volume);
  const named = asText(asked['volumeName']);
  if (named !== '' && named !== nameOf(volume)) faults.push(`not "${named}"`);
  if (phase !== '' && phase !== 'Available') {
    const { namespace, name } = asObject(has['claimRef']);
    faults.push(asText(name) === '' ? phase : `${phase} (${asText(namespace)}/${asText(name)})`);
  }
  const storageClass = asText(has['storageClassName']);
  if (storageClass !== (classOf(claim) ?? '')) faults.push(`storageClassName "${storageClass}"`);
  const capacity = asObject(has['capacity'])['storage'];
  const wanted = tryMemoryBytes(asObject(asObject(asked['resources'])['requests'])['storage']) ?? 0;
  if ((tryMemoryBytes(capacity) ?? 0) < wanted) faults.push(`storage ${writtenQuantity(capacity)}`);
  const modes = asList(has['accessModes']).map(asText);
  if (asList(asked['accessModes']).some((mode) => !modes.includes(asText(mode)))) faults.push(modes.join(', '));
  return faults;
}

function writtenQuantity(value: Json | undefined): string {
  return typeof value === 'number' ? String(value) : asText(value);
}
