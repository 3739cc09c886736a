import { asList, asObject, asText, objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { isTerminating } from '../reading/pod-state';
import { nameOf, shortId } from '../reading/named';

const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob', 'Job', 'PersistentVolumeClaim', 'Service'];

/** What is deleted and held by a finalizer stays in the list, and its controller creates nothing more for it. */
export const workloadBeingDeleted: Question = {
  id: 'workload-being-deleted',
  severity: 'error',
  summary: { en: 'Is a workload or claim being deleted?', zh: '是否有工作负载或 PVC 正在被删除？' },
  ask: (cluster) =>
    KINDS.flatMap((kind) => cluster.ofKind(kind))
      .filter((object) => isTerminating(object) && cluster.topOwner(object) === object)
      .map((object) => {
        const metadata = asObject(object.json['metadata']);
        const since = asText(metadata['deletionTimestamp']);
        const finalizers = asList(metadata['finalizers']).map(asText).join(', ');
        return {
          object: objectId(object),
          cause: {
            en: `${shortId(object)} has been deleted at ${since} and is held by ${finalizers === '' ? 'what it owns' : finalizers}: nothing more is created for it`,
            zh: `${shortId(object)} 已于 ${since} 被删除，被 ${finalizers === '' ? '其下属对象' : finalizers} 拖住，不会再为它创建任何对象`,
          },
          evidence: [`${shortId(object)}: metadata.deletionTimestamp ${since}, finalizers [${finalizers}]`],
          remedy: {
            en: `Wait until ${nameOf(object)} is gone, then publish it again; \`kubectl delete\` cannot be taken back.`,
            zh: `等 ${nameOf(object)} 消失后重新发布；\`kubectl delete\` 无法撤销。`,
          },
          explains: [objectId(object), ...cluster.descendants(object).map(objectId)],
        };
      }),
};
