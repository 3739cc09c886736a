import type { Text } from '../../../text';
import { asObject, asText } from '../../../validation/manifest';
import { deploymentRolloutBounds } from '../../../validation/pods/rollout-bounds';
import { fixedFields } from '../fixed-fields';
import { combined, noted, NOTHING } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge } from '../review-context';
import { valueAt } from '../reviewed-object';
import type { ReviewedChange } from '../reviewed-object';
import { isSame } from '../same-value';
import { templateOrderNotes } from './template-order';
import { DELETE_WORKLOAD, addedWorkload, removedWorkload } from './workload-lifetime';
import { autoscaling, claimsLeft, itsPods, replicasOf, scaling } from './workload-notes';
import { podTraffic } from './workload-traffic';
import { wordOf } from '../shown-value';

/** What a change of a Deployment does. */
export const deployment: KindJudge = {
  changed: (change, context) =>
    combined(
      fixedFields(change, ['spec.selector'], DELETE_WORKLOAD),
      rollout(change),
      claimsLeft(change),
      scaling(change, context),
      autoscaling(change, context),
      podTraffic(change, context),
    ),
  added: addedWorkload,
  removed: removedWorkload,
};

function rollout(change: ReviewedChange): Judgement {
  const { id, before, after } = change;
  const wasPaused = before.spec['paused'] === true;
  if (isSame(before.spec['template'], after.spec['template'])) return withoutTemplate(change, wasPaused);
  // Without Pods before or after there is none to restart.
  if (replicasOf(before) === 0 || replicasOf(after) === 0) return noted(NO_PODS);
  if (after.spec['paused'] === true) return noted(PAUSED);
  const order = templateOrderNotes(before.spec['template'], after.spec['template']);
  if (strategyOf(after.spec) === 'Recreate') {
    return { effects: ['recreates'], restarts: [id], notes: [recreateNote(change), ...order, ...keptBounds(change)] };
  }
  return { effects: ['restarts'], restarts: [id], notes: [rollingNote(change), ...order] };
}

function withoutTemplate(change: ReviewedChange, wasPaused: boolean): Judgement {
  const { before, after } = change;
  if (wasPaused && after.spec['paused'] !== true) return noted(RESUMED);
  if (strategyOf(before.spec) === strategyOf(after.spec)) return NOTHING;
  const [from, to] = [strategyOf(before.spec), strategyOf(after.spec)];
  const effective = {
    en: `The strategy ${to} takes the place of ${from}; it counts from the next change of the template.`,
    zh: `更新策略由 ${from} 变为 ${to}，从下一次模板变更起生效。`,
  };
  return noted(effective, ...keptBounds(change));
}

/** Where the bounds were left out, the API server wrote some, which apply on the server's side does not take out. */
function keptBounds({ before, after }: ReviewedChange): readonly Text[] {
  const written = valueAt(before.manifest.json, 'spec.strategy.rollingUpdate') ?? undefined;
  if (strategyOf(after.spec) !== 'Recreate' || strategyOf(before.spec) === 'Recreate' || written !== undefined)
    return [];
  return [KEPT_BOUNDS];
}

function recreateNote({ before, after }: ReviewedChange): Text {
  const pods = itsPods(replicasOf(before));
  const seconds = wordOf(valueAt(before.spec, 'template.spec.terminationGracePeriodSeconds'));
  return {
    en: `${pods.en} ${replicasOf(before) === 1 ? 'ends' : 'end'}, with ${seconds} s to stop, before ${replicasOf(after)} new ${replicasOf(after) === 1 ? 'one starts' : 'ones start'}; nothing serves in between.`,
    zh: `${pods.zh} 先全部停止（停止时限 ${seconds} 秒），然后才启动 ${replicasOf(after)} 个新 Pod；期间不提供服务。`,
  };
}

function rollingNote({ after }: ReviewedChange): Text {
  const replicas = replicasOf(after);
  const { surge, unavailable } = deploymentRolloutBounds(after.spec, replicas);
  if (unavailable >= replicas) {
    return {
      en: `Rolling update of ${replicas} with maxUnavailable ${unavailable}: nothing may serve until a new Pod is ready.`,
      zh: `滚动更新 ${replicas} 个 Pod，maxUnavailable 为 ${unavailable}：新 Pod 就绪之前可能没有 Pod 提供服务。`,
    };
  }
  return {
    en: `Rolling update: of ${replicas} at most ${unavailable} may be away, and at most ${surge} more run meanwhile.`,
    zh: `滚动更新：共 ${replicas} 个 Pod，最多 ${unavailable} 个不可用，期间最多多出 ${surge} 个。`,
  };
}

function strategyOf(spec: ReviewedChange['before']['spec']): string {
  return asText(asObject(spec['strategy'])['type']);
}

const KEPT_BOUNDS: Text = {
  en: 'kubectl apply --server-side, which the pipeline uses, refuses Recreate as long as rollingUpdate is there by default: apply once with spec.strategy.rollingUpdate written out, such as {maxSurge: 25%}, and then this.',
  zh: '只要 rollingUpdate 是默认写入的，流水线使用的 kubectl apply --server-side 就会拒绝改为 Recreate：请先写明 spec.strategy.rollingUpdate（例如 {maxSurge: 25%}）应用一次，再应用此变更。',
};

const NO_PODS: Text = {
  en: 'The template changes while there are 0 replicas, so no Pod restarts.',
  zh: '模板变更时副本数为 0，没有 Pod 重启。',
};

const PAUSED: Text = {
  en: 'It is paused: the new template waits, and no Pod restarts until spec.paused is taken out.',
  zh: '该 Deployment 处于暂停状态：新模板暂不生效，去掉 spec.paused 之后 Pod 才会重启。',
};

const RESUMED: Text = {
  en: 'It goes on after a pause: what changed in its template meanwhile rolls out now.',
  zh: '暂停结束：暂停期间的模板变更现在开始滚动更新。',
};
