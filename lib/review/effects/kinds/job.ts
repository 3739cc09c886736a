import { asObject } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import { fixedFields } from '../fixed-fields';
import { combined, noted, NOTHING, refused } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge } from '../review-context';
import type { ReviewedChange } from '../reviewed-object';
import { isSame } from '../same-value';
import { templateOrderNotes } from './template-order';
import { removedWorkload } from './workload-lifetime';
import { wordOf } from '../shown-value';

const DELETE_JOB = {
  en: 'Delete the Job and apply it again, which runs it from the start, or give the new one another name.',
  zh: '请删除该 Job 后重新应用（会从头运行），或给新的 Job 换一个名称。',
};

/**
 * What a change of a Job does.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/batch/validation/validation.go, ValidateJobSpecUpdate
 */
export const job: KindJudge = {
  changed: (change) =>
    combined(
      fixedFields(change, ['spec.selector', 'spec.completionMode', 'spec.podFailurePolicy'], DELETE_JOB),
      completions(change),
      template(change),
      suspension(change),
      parallelism(change),
    ),
  removed: removedWorkload,
};

/** What a change of a CronJob does: its next run has it. */
export const cronJob: KindJudge = {
  changed: (change) => combined(nextRun(change), suspendedRuns(change), schedule(change)),
  removed: () =>
    noted({
      en: 'It runs no more once it is deleted, and the Pods of its Jobs end with it; kubectl apply leaves what the YAML no longer names as it is.',
      zh: '删除后不再运行，其 Job 的 Pod 也随之停止；kubectl apply 本身不会删除 YAML 中已去掉的对象。',
    }),
};

function completions(change: ReviewedChange): Judgement {
  const { completions: wanted, parallelism: atOnce, completionMode } = change.after.spec;
  // An indexed Job may grow and shrink, both numbers together.
  if (completionMode === 'Indexed' && wanted !== undefined && wanted === atOnce) return NOTHING;
  return fixedFields(change, ['spec.completions'], DELETE_JOB);
}

function template(change: ReviewedChange): Judgement {
  const [before, after] = [asObject(change.before.spec['template']), asObject(change.after.spec['template'])];
  if (isSame(before, after)) return NOTHING;
  // Where its Pods go may be changed as long as it waits for its first start.
  if (change.before.spec['suspend'] === true && isSame(withoutPlacement(before), withoutPlacement(after))) {
    return noted({
      en: 'Where its Pods may run can be changed only while it is suspended and has not started yet.',
      zh: 'Pod 的调度约束只有在 Job 暂停且尚未启动过时才能修改。',
    });
  }
  return refused(
    {
      en: `spec.template of a Job cannot be changed. ${DELETE_JOB.en}`,
      zh: `Job 的 spec.template 不可修改。${DELETE_JOB.zh}`,
    },
    ...templateOrderNotes(before, after),
  );
}

function withoutPlacement(template: JsonObject): JsonObject {
  const { labels: _labels, annotations: _annotations, ...metadata } = asObject(template['metadata']);
  const {
    nodeSelector: _nodes,
    tolerations: _tolerations,
    schedulingGates: _gates,
    affinity,
    ...spec
  } = asObject(template['spec']);
  const { nodeAffinity: _nodeAffinity, ...others } = asObject(affinity);
  return { metadata, spec, affinity: others };
}

function suspension({ before, after }: ReviewedChange): Judgement {
  if (before.spec['suspend'] === after.spec['suspend']) return NOTHING;
  return noted(
    after.spec['suspend'] === true
      ? {
          en: 'Its running Pods end, and it waits until it is resumed.',
          zh: '其运行中的 Pod 会停止，直到恢复后再继续。',
        }
      : { en: 'It starts to run.', zh: '该 Job 开始运行。' },
  );
}

function parallelism({ before, after }: ReviewedChange): Judgement {
  const [from, to] = [before.spec['parallelism'], after.spec['parallelism']];
  if (isSame(from, to)) return NOTHING;
  return noted({
    en: `At most ${wordOf(to)} of its Pods run at once instead of ${wordOf(from)}.`,
    zh: `同时运行的 Pod 上限由 ${wordOf(from)} 变为 ${wordOf(to)}。`,
  });
}

function nextRun({ before, after }: ReviewedChange): Judgement {
  if (isSame(before.spec['jobTemplate'], after.spec['jobTemplate'])) return NOTHING;
  return noted({
    en: 'Its next run has the change; a run that has started goes on as it is.',
    zh: '变更从下一次运行起生效；已开始的运行不受影响。',
  });
}

function suspendedRuns({ before, after }: ReviewedChange): Judgement {
  if (before.spec['suspend'] === after.spec['suspend']) return NOTHING;
  return noted(
    after.spec['suspend'] === true
      ? { en: 'It starts no more runs; one that has started goes on.', zh: '不再启动新的运行；已开始的运行会继续。' }
      : {
          en: 'It runs on schedule again; a run that was missed within startingDeadlineSeconds starts at once.',
          zh: '恢复按计划运行；startingDeadlineSeconds 之内错过的运行会立即补跑一次。',
        },
  );
}

function schedule({ before, after }: ReviewedChange): Judgement {
  const [from, to] = [before, after].map(({ spec }) =>
    `${wordOf(spec['schedule'])} ${wordOf(spec['timeZone'] ?? '')}`.trim(),
  );
  if (from === to) return NOTHING;
  return noted({
    en: `It runs at "${to}" instead of "${from}".`,
    zh: `运行计划由 "${from}" 变为 "${to}"。`,
  });
}
