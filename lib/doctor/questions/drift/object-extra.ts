import { asObject, asText, kindOf, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { workloadsAmong } from '../../../validation/pods/pods';
import { tryWorkload } from '../../../validation/pods/pods';
import { StatefulClaims } from '../../../validation/references/stateful-claims';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { tryExpected } from '../reading/expected-object';
import { nameOf, namespaceOf, shortId } from '../reading/named';

const PART_OF = 'app.kubernetes.io/part-of';

/** The kinds that are published. Others, such as Secrets and ServiceAccounts, are made beside the program. */
const KINDS = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'Pod',
  'ReplicaSet',
  'Service',
  'ConfigMap',
  'PersistentVolumeClaim',
  'NetworkPolicy',
  'HorizontalPodAutoscaler',
  'PodDisruptionBudget',
  'Ingress',
];

/**
 * What nobody published any more: a workload that was renamed goes on running, and takes its share of the quota.
 *
 * Of the project's own labels any kind is told; of others only what runs Pods, since that is what the quota counts.
 */
export const objectExtra: Question = {
  id: 'object-extra',
  severity: 'warning',
  summary: { en: 'Is there something that was not published?', zh: '是否有未发布的对象？' },
  ask: (cluster, expected) => {
    if (expected.manifests.length === 0) return [];
    const projects = new Set(expected.manifests.map(partOf).filter((project) => project !== ''));
    const claims = new StatefulClaims(workloadsAmong(expected.manifests), expected.environment);
    const isOurs = (object: Manifest) => projects.has(partOf(object));
    return KINDS.flatMap((kind) => cluster.ofKind(kind))
      .filter((object) => !isOwned(cluster, object) && tryExpected(object, expected) === undefined)
      .filter((object) => isOurs(object) || tryWorkload(object) !== undefined)
      .filter(
        (object) => kindOf(object) !== 'PersistentVolumeClaim' || !claims.make(namespaceOf(object), nameOf(object)),
      )
      .map((object) => ({
        object: objectId(object),
        cause: {
          en: `${shortId(object)} is in the cluster and was not published${tryWorkload(object) === undefined ? '' : '; its Pods count against the quota'}`,
          zh: `${shortId(object)} 在集群里，但不在发布内容中${tryWorkload(object) === undefined ? '' : '；它的 Pod 仍占用配额'}`,
        },
        evidence: [`${objectId(object)}: label ${PART_OF} ${partOf(object) || 'none'}`],
        remedy: {
          en: `If nobody needs it: \`kubectl delete ${kindOf(object).toLowerCase()} ${nameOf(object)} -n ${namespaceOf(object)}\`${kindOf(object) === 'PersistentVolumeClaim' ? ', which deletes its data' : ''}.`,
          zh: `确认无人使用后：\`kubectl delete ${kindOf(object).toLowerCase()} ${nameOf(object)} -n ${namespaceOf(object)}\`${kindOf(object) === 'PersistentVolumeClaim' ? '（会删除数据）' : ''}。`,
        },
      }));
  },
};

function isOwned(cluster: Cluster, object: Manifest): boolean {
  const owners = asObject(object.json['metadata'])['ownerReferences'];
  return cluster.topOwner(object) !== object || (Array.isArray(owners) && owners.length > 0);
}

function partOf({ json }: Manifest): string {
  return asText(asObject(asObject(json['metadata'])['labels'])[PART_OF]);
}
