import { asText } from '../../../validation/manifest';
import { fixedFields } from '../fixed-fields';
import { combined, noted, NOTHING } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge } from '../review-context';
import { valueAt } from '../reviewed-object';
import type { ReviewedChange } from '../reviewed-object';
import { isSame } from '../same-value';
import { templateOrderNotes } from './template-order';
import { DELETE_WORKLOAD, addedWorkload, removedWorkload } from './workload-lifetime';
import { claimsLeft } from './workload-notes';
import { podTraffic } from './workload-traffic';
import { wordOf } from '../shown-value';

/** What a change of a DaemonSet does. */
export const daemonSet: KindJudge = {
  changed: (change, context) =>
    combined(
      fixedFields(change, ['spec.selector'], DELETE_WORKLOAD),
      rollout(change),
      claimsLeft(change),
      podTraffic(change, context),
    ),
  added: addedWorkload,
  removed: removedWorkload,
};

function rollout({ id, before, after }: ReviewedChange): Judgement {
  if (isSame(before.spec['template'], after.spec['template'])) return NOTHING;
  if (asText(valueAt(after.spec, 'updateStrategy.type')) === 'OnDelete') {
    return noted({
      en: 'Its Pods stay as they are (OnDelete) until somebody deletes them.',
      zh: '更新策略为 OnDelete：Pod 保持原样，需手工删除后才使用新模板。',
    });
  }
  const away = wordOf(valueAt(after.spec, 'updateStrategy.rollingUpdate.maxUnavailable'));
  const more = wordOf(valueAt(after.spec, 'updateStrategy.rollingUpdate.maxSurge'));
  return {
    effects: ['restarts'],
    restarts: [id],
    notes: [
      {
        en: `Its Pods are replaced VM by VM: ${away} may be away at a time, ${more} may run twice.`,
        zh: `逐台虚拟机替换 Pod：同时最多 ${away} 个不可用，最多 ${more} 个新旧并存。`,
      },
      ...templateOrderNotes(before.spec['template'], after.spec['template']),
    ],
  };
}
