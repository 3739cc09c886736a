import { tryNearestName } from '../../../validation/names/nearest-name';
import type { Question } from '../../judge/finding';
import { nameOf } from '../reading/named';
import { claimsInTrouble } from './claim-trouble';
import { classTroubles } from './class-troubles';
import { listedTexts } from './pending-texts';

/** A class that nobody made: the claim waits for ever, and the scheduler says only that it is not bound. */
export const storageClassMissing: Question = {
  id: 'storage-class-missing',
  severity: 'error',
  summary: {
    en: 'Does a claim ask for a StorageClass that is not there?',
    zh: '是否有 PersistentVolumeClaim 引用了不存在的 StorageClass？',
  },
  ask: (cluster) => {
    const classes = cluster.ofKind('StorageClass').map(nameOf).sort();
    const { en, zh } = listedTexts(classes);
    const there = {
      en: classes.length === 0 ? '' : `; there are: ${en}`,
      zh: classes.length === 0 ? '' : `；现有：${zh}`,
    };
    const missing = claimsInTrouble(cluster, 'class-missing');
    return classTroubles(missing, (trouble) => trouble.storageClass ?? '').map(({ trouble, others, consequences }) => {
      const { id, storageClass = '', evidence } = trouble;
      const nearest = tryNearestName(storageClass, classes);
      return {
        object: id,
        cause: {
          en: `the claim asks for StorageClass "${storageClass}", which the cluster does not have${there.en}${others.en}`,
          zh: `该 PersistentVolumeClaim 引用的 StorageClass "${storageClass}" 在集群中不存在${there.zh}${others.zh}`,
        },
        evidence,
        remedy: {
          en: `Set storageClassName to ${nearest === undefined ? 'a class that is there' : `"${nearest}"`}; a claim cannot be changed, so delete it and apply it again.`,
          zh: `把 storageClassName 改为${nearest === undefined ? '现有的 StorageClass' : ` "${nearest}"`}；已创建的 PersistentVolumeClaim 不能修改该字段，需删除后重新 apply。`,
        },
        property: 'spec.storageClassName',
        ...consequences,
      };
    });
  },
};
