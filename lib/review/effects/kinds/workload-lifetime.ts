import type { Text } from '../../../text';
import { combined, noted, NOTHING, traffic } from '../judgement';
import type { Judgement } from '../judgement';
import type { ReviewContext } from '../review-context';
import type { ReviewedObject } from '../reviewed-object';
import { itsPods, replicasOf } from './workload-notes';
import { listedNames, servicesTo } from './workload-traffic';

/** What to do where a field of a workload cannot be changed. */
export const DELETE_WORKLOAD: Text = {
  en: 'Delete the workload and apply it again, which ends its Pods before new ones start, or keep the value.',
  zh: '请删除该工作负载后重新应用（旧 Pod 全部停止后新 Pod 才启动），或保持原值。',
};

/** Judges a workload that is new: others notice it where a Service leads to its Pods that led to others before. */
export function addedWorkload(object: ReviewedObject, context: ReviewContext): Judgement {
  const services = servicesTo(object, context.after).filter(
    (name) => context.before.tryFind('Service', object.namespace, name) !== undefined,
  );
  if (services.length === 0) return NOTHING;
  const names = listedNames(services);
  return traffic({
    en: `Service ${names.en}, which is there already, leads to its Pods as well.`,
    zh: `已有的 Service ${names.zh} 也会转发到其 Pod。`,
  });
}

/** Judges a workload that is not there any more. */
export function removedWorkload(object: ReviewedObject, context: ReviewContext): Judgement {
  const services = servicesTo(object, context.before);
  const pods = hasReplicas(object) ? itsPods(replicasOf(object)) : { en: 'Its Pods', zh: '其 Pod' };
  const one = hasReplicas(object) && replicasOf(object) === 1;
  const names = listedNames(services);
  return combined(
    noted({
      en: `${pods.en} ${one ? 'ends' : 'end'} once it is deleted; kubectl apply leaves what the YAML no longer names as it is.`,
      zh: `删除该对象后，${pods.zh} 停止；kubectl apply 本身不会删除 YAML 中已去掉的对象。`,
    }),
    services.length === 0
      ? NOTHING
      : traffic({
          en: `Service ${names.en} then no longer leads to it.`,
          zh: `之后 Service ${names.zh} 不再转发到它。`,
        }),
  );
}

function hasReplicas({ kind }: ReviewedObject): boolean {
  return !['DaemonSet.apps', 'Job.batch', 'CronJob.batch'].includes(kind);
}
