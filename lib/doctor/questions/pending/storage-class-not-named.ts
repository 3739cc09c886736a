import { asObject } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { nameOf } from '../reading/named';
import { claimsInTrouble } from './claim-trouble';
import { classTroubles } from './class-troubles';
import { listedTexts } from './pending-texts';

/** A claim that leaves the class to a cluster which has no default one. */
export const storageClassNotNamed: Question = {
  id: 'storage-class-not-named',
  severity: 'error',
  summary: {
    en: 'Does a claim leave its StorageClass to a cluster without a default one?',
    zh: '是否有 PersistentVolumeClaim 未写 storageClassName，而集群没有默认 StorageClass？',
  },
  ask: (cluster) => {
    const classes = cluster.ofKind('StorageClass');
    // With a default one the controller fills it in; the claim only has to be looked at again.
    if (classes.some(isDefault)) return [];
    const { en, zh } = listedTexts(classes.map(nameOf).sort());
    const unnamed = classTroubles(claimsInTrouble(cluster, 'no-class'), () => '');
    return unnamed.map(({ trouble: { id, evidence }, others, consequences }) => ({
      object: id,
      cause: {
        en: `the claim names no StorageClass, and the cluster has no default one${en === '' ? '' : `; there are: ${en}`}${others.en}`,
        zh: `该 PersistentVolumeClaim 没有写 storageClassName，集群也没有默认 StorageClass${zh === '' ? '' : `；现有：${zh}`}${others.zh}`,
      },
      evidence,
      remedy: {
        en: 'Write storageClassName with a class of the cluster, delete the claim and apply it again.',
        zh: '写上集群中已有的 storageClassName，删除该 PersistentVolumeClaim 后重新 apply。',
      },
      property: 'spec.storageClassName',
      ...consequences,
    }));
  },
};

function isDefault({ json }: Manifest): boolean {
  const annotations = asObject(asObject(json['metadata'])['annotations']);
  return annotations['storageclass.kubernetes.io/is-default-class'] === 'true';
}
