import { fixedFields } from '../fixed-fields';
import { combined, noted, NOTHING } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge } from '../review-context';
import type { ReviewedChange } from '../reviewed-object';
import { isSame } from '../same-value';
import { DELETE_WORKLOAD, addedWorkload, removedWorkload } from './workload-lifetime';
import { autoscaling, claimsLeft, scaling } from './workload-notes';

/** What a change of a ReplicaSet does. */
export const replicaSet: KindJudge = {
  changed: (change, context) =>
    combined(
      fixedFields(change, ['spec.selector'], DELETE_WORKLOAD),
      template(change),
      scaling(change, context),
      autoscaling(change, context),
    ),
  added: addedWorkload,
  removed: removedWorkload,
};

/** What a change of a ReplicationController does: its selector can be changed, and Pods that it no longer finds go on alone. */
export const replicationController: KindJudge = {
  ...replicaSet,
  changed: (change, context) =>
    combined(template(change), selector(change), scaling(change, context), autoscaling(change, context)),
};

function template(change: ReviewedChange): Judgement {
  if (isSame(change.before.spec['template'], change.after.spec['template'])) return NOTHING;
  const stays = noted({
    en: 'The new template counts for Pods made from now on; those that run stay as they are until somebody deletes them.',
    zh: '新模板只用于此后创建的 Pod；运行中的 Pod 保持原样，需手工删除后才会更新。',
  });
  return combined(stays, claimsLeft(change));
}

function selector({ before, after }: ReviewedChange): Judgement {
  if (isSame(before.spec['selector'], after.spec['selector'])) return NOTHING;
  return noted({
    en: 'It makes new Pods for its new selector; those that it no longer finds go on without it until somebody deletes them.',
    zh: '控制器会按新的 selector 创建新 Pod；不再匹配的旧 Pod 继续运行且无人管理，需手工删除。',
  });
}
