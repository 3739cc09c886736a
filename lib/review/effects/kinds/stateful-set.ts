import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import { fixedFieldNote } from '../fixed-fields';
import { combined, noted, NOTHING, refused } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge } from '../review-context';
import { valueAt } from '../reviewed-object';
import type { ReviewedChange, ReviewedObject } from '../reviewed-object';
import { isSame } from '../same-value';
import { templateOrderNotes } from './template-order';
import { DELETE_WORKLOAD, addedWorkload, removedWorkload } from './workload-lifetime';
import { autoscaling, claimsLeft, itsPods, replicasOf, scaling } from './workload-notes';
import { podTraffic } from './workload-traffic';

/**
 * What alone of its spec can be changed.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/apps/validation/validation.go, ValidateStatefulSetUpdate
 */
const CHANGEABLE: ReadonlySet<string> = new Set([
  'replicas',
  'template',
  'updateStrategy',
  'minReadySeconds',
  'ordinals',
  'persistentVolumeClaimRetentionPolicy',
]);

const DELETE_AND_KEEP_CLAIMS = {
  en: 'Delete the StatefulSet with --cascade=orphan, which leaves its Pods and claims, and apply it again; or keep the value.',
  zh: '请用 --cascade=orphan 删除该 StatefulSet（保留 Pod 与 PVC）后重新应用，或保持原值。',
};

/** What a change of a StatefulSet does. */
export const statefulSet: KindJudge = {
  changed: (change, context) =>
    combined(
      fixedSpec(change),
      keptBounds(change),
      rollout(change),
      renumbering(change),
      claimsLeft(change),
      scaling(change, context),
      scaledClaims(change),
      autoscaling(change, context),
      podTraffic(change, context),
    ),
  added: addedWorkload,
  removed: (object, context) => combined(removedWorkload(object, context), removedClaims(object)),
};

function fixedSpec(change: ReviewedChange): Judgement {
  const [before, after] = [change.before.spec, change.after.spec];
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const fixed = fields.filter((field) => !CHANGEABLE.has(field) && !isSame(before[field], after[field]));
  if (fixed.length === 0) return NOTHING;
  return refused(
    ...fixed.map((field) =>
      fixedFieldNote(change, `spec.${field}`, field === 'selector' ? DELETE_WORKLOAD : DELETE_AND_KEEP_CLAIMS),
    ),
  );
}

/**
 * Where the strategy was left out, the API server wrote one with a partition, and apply does not take out what it did
 * not write; OnDelete is refused beside it. (A Deployment's strategy is replaced as a whole.)
 */
function keptBounds({ before, after }: ReviewedChange): Judgement {
  const [was, is] = [before, after].map(({ manifest }) => asObject(valueAt(manifest.json, 'spec.updateStrategy')));
  const isWritten = asText(was?.['type']) !== '' || (was?.['rollingUpdate'] ?? null) !== null;
  if (isWritten || is?.['type'] !== 'OnDelete' || is['rollingUpdate'] !== undefined) return NOTHING;
  return refused({
    en: 'spec.updateStrategy still has the rollingUpdate that the API server wrote, which OnDelete may not have. Apply once with type: RollingUpdate and rollingUpdate: {partition: 0} written out, and then this.',
    zh: 'spec.updateStrategy 中仍有 API server 写入的 rollingUpdate，OnDelete 不允许与之并存。请先写明 type: RollingUpdate 与 rollingUpdate: {partition: 0} 应用一次，再应用此变更。',
  });
}

function rollout({ id, before, after }: ReviewedChange): Judgement {
  if (isSame(before.spec['template'], after.spec['template'])) return NOTHING;
  const [was, replicas] = [replicasOf(before), replicasOf(after)];
  const pods = Math.min(was, replicas);
  if (pods === 0) {
    return noted({
      en: 'The template changes while there are 0 replicas, so no Pod restarts.',
      zh: '模板变更时副本数为 0，没有 Pod 重启。',
    });
  }
  if (asText(valueAt(after.spec, 'updateStrategy.type')) === 'OnDelete') {
    return noted({
      en: `${itsPods(pods).en} ${pods === 1 ? 'stays' : 'stay'} as ${pods === 1 ? 'it is' : 'they are'} (OnDelete) until somebody deletes ${pods === 1 ? 'it' : 'them one by one'}.`,
      zh: `更新策略为 OnDelete：${itsPods(pods).zh} 保持原样，需手工逐个删除后才使用新模板。`,
    });
  }
  const partition = wholeNumber(valueAt(after.spec, 'updateStrategy.rollingUpdate.partition'), 0);
  if (partition >= pods) {
    return noted({
      en: `The partition is ${partition} and there are ${pods} Pods, so none restarts until the partition is lowered.`,
      zh: `partition 为 ${partition}，而 Pod 只有 ${pods} 个，因此调低 partition 之前没有 Pod 重启。`,
    });
  }
  const order = templateOrderNotes(before.spec['template'], after.spec['template']);
  return { effects: ['restarts'], restarts: [id], notes: [rollingNote(pods, partition), ...order] };
}

function rollingNote(pods: number, partition: number) {
  if (pods === 1) {
    return {
      en: 'Its Pod ends before the new one starts; nothing serves until that is ready.',
      zh: '其唯一的 Pod 停止后新 Pod 才启动；新 Pod 就绪之前不提供服务。',
    };
  }
  const count = pods - partition;
  return {
    en: `${partition === 0 ? `Its ${pods}` : `${count} of its ${pods}`} Pods ${count === 1 ? 'is' : 'are'} replaced one after the other, from the last to number ${partition}: each ends before the new one starts.`,
    zh: `${pods} 个 Pod ${partition === 0 ? '' : `中有 ${count} 个`}从最后一个到第 ${partition} 号依次替换：每个旧 Pod 停止后新 Pod 才启动。`,
  };
}

function renumbering({ id, before, after }: ReviewedChange): Judgement {
  const [from, to] = [before, after].map(({ spec }) => wholeNumber(valueAt(spec, 'ordinals.start'), 0));
  if (from === to || from === undefined || to === undefined) return NOTHING;
  if (Math.min(replicasOf(before), replicasOf(after)) === 0) return NOTHING;
  return {
    effects: ['restarts'],
    restarts: [id],
    notes: [
      {
        en: `Its Pods are counted from ${to} instead of ${from}: those outside of the new numbers end, and others start with claims of their own.`,
        zh: `Pod 序号起点由 ${from} 变为 ${to}：不在新范围内的 Pod 停止，新增的 Pod 使用各自新的 PVC。`,
      },
    ],
  };
}

function scaledClaims({ before, after }: ReviewedChange): Judgement {
  const [from, to] = [replicasOf(before), replicasOf(after)];
  const claims = claimTemplates(after.spec);
  if (to >= from || claims.length === 0) return NOTHING;
  const names = claims.join(', ');
  if (valueAt(after.spec, 'persistentVolumeClaimRetentionPolicy.whenScaled') === 'Delete') {
    return {
      effects: ['data-lost'],
      notes: [
        {
          en: `whenScaled is Delete: the claims (${names}) of the ${from - to === 1 ? 'Pod that ends' : `${from - to} Pods that end`} are deleted with what is in them.`,
          zh: `whenScaled 为 Delete：停止的 ${from - to} 个 Pod 的 PVC（${names}）及其中数据会被删除。`,
        },
      ],
    };
  }
  return noted({
    en: `The claims (${names}) of the ${from - to === 1 ? 'Pod that ends' : `${from - to} Pods that end`} stay.`,
    zh: `停止的 ${from - to} 个 Pod 的 PVC（${names}）会保留。`,
  });
}

function removedClaims({ spec }: ReviewedObject): Judgement {
  const claims = claimTemplates(spec);
  if (claims.length === 0) return NOTHING;
  const names = claims.join(', ');
  if (valueAt(spec, 'persistentVolumeClaimRetentionPolicy.whenDeleted') === 'Delete') {
    return {
      effects: ['data-lost'],
      notes: [
        {
          en: `whenDeleted is Delete: its claims (${names}) are deleted with it, and what is in them.`,
          zh: `whenDeleted 为 Delete：其 PVC（${names}）及其中数据会随之删除。`,
        },
      ],
    };
  }
  return noted({
    en: `Its claims (${names}) stay with their data.`,
    zh: `其 PVC（${names}）及数据会保留。`,
  });
}

function claimTemplates(spec: JsonObject): readonly string[] {
  return asList(spec['volumeClaimTemplates']).flatMap((template) => {
    const name = asText(asObject(asObject(template)['metadata'])['name']);
    return name === '' ? [] : [name];
  });
}
