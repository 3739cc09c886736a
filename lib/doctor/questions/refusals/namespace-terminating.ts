import { asObject, asText, objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { tryConditionOf } from '../reading/conditions';
import { conditionEvidence } from '../reading/evidence';
import { nameOf, namespaceOf } from '../reading/named';
import { isTerminating, phaseOf } from '../reading/pod-state';

/** What holds a namespace that is being deleted, in the words of the namespace controller. */
const REMAINS = ['NamespaceFinalizersRemaining', 'NamespaceContentRemaining', 'NamespaceDeletionContentFailure'];

/** In a namespace that is being deleted nothing new is created, and controllers write no event about it. */
export const namespaceTerminating: Question = {
  id: 'namespace-terminating',
  severity: 'error',
  summary: { en: 'Is the namespace being deleted?', zh: '命名空间是否正在被删除？' },
  ask: (cluster) =>
    cluster
      .ofKind('Namespace')
      .filter((namespace) => phaseOf(namespace) === 'Terminating' || isTerminating(namespace))
      .map((namespace) => {
        const name = nameOf(namespace);
        const held = REMAINS.map((type) => tryConditionOf(namespace, type, 'True'));
        const conditions = held.filter((condition) => condition !== undefined);
        const since = asText(asObject(namespace.json['metadata'])['deletionTimestamp']);
        return {
          object: objectId(namespace),
          cause: {
            en: `the namespace ${name} has been deleted at ${since}: nothing new is created in it`,
            zh: `命名空间 ${name} 已于 ${since} 被删除，里面不会再创建任何对象`,
          },
          evidence: [
            `Namespace/${name}: phase ${phaseOf(namespace)}`,
            ...conditions.map((condition) => conditionEvidence(namespace, condition)),
          ],
          remedy: {
            en: 'Wait until it is gone (whatever owns the finalizers named has to release them), have it made anew, and publish again.',
            zh: '等它删除完毕（由上述 finalizer 的拥有者释放），请平台重新创建后再发布。',
          },
          // Itself too: what it lacks, it lacks for that reason.
          explains: [
            objectId(namespace),
            ...cluster.reading.objects.filter((object) => namespaceOf(object) === name).map(objectId),
          ],
        };
      }),
};
