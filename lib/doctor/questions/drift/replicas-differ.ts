import { objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { shortId } from '../reading/named';
import { changedObjects, writtenValue } from './changed-objects';

/** Somebody scaled a workload by hand; what an autoscaler does is not meant. */
export const replicasDiffer: Question = {
  id: 'replicas-differ',
  severity: 'warning',
  summary: { en: 'Has every workload the replicas that were published?', zh: '副本数是否与发布的一致？' },
  ask: (cluster, expected) =>
    changedObjects(cluster, expected).flatMap(({ live, replicas: [difference] }) => {
      if (difference === undefined) return [];
      const [now, then] = [writtenValue(difference.live), writtenValue(difference.published)];
      return [
        {
          object: objectId(live),
          cause: {
            en: `${shortId(live)} asks for ${now} Pods; ${then} were published`,
            zh: `${shortId(live)} 的副本数是 ${now}，发布的是 ${then}`,
          },
          evidence: [`${shortId(live)}: spec.replicas ${now}`],
          remedy: {
            en: 'Publish it again, or change the replicas in the program if the live ones are right.',
            zh: '重新发布；如果集群里的才正确，就在程序里改副本数。',
          },
          property: 'spec.replicas',
        },
      ];
    }),
};
