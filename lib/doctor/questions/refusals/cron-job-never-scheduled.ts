import { asObject, asText, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { cronProblem } from '../../../validation/names/cron-schedule';
import { isTimeZone } from '../../../validation/names/time-zone';
import { eventMillis } from '../../cluster/cluster';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import type { Text } from '../../../text';
import { eventEvidence, eventMessage } from '../reading/evidence';
import { shortId } from '../reading/named';
import { writtenScalar } from '../reading/written-scalar';
import { isTerminating } from '../reading/pod-state';

/** What the CronJob controller writes where it can make nothing of a schedule. */
const EVENTS: ReadonlySet<string> = new Set([
  'InvalidSchedule',
  'UnparseableSchedule',
  'UnknownTimeZone',
  'FailedNeedsStart',
]);

/** Below this many seconds a run is missed before the controller looks. @see CronJob API, startingDeadlineSeconds */
const SHORTEST_DEADLINE = 10;

const LONGEST_MONTHS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A schedule may be accepted and still never come, and a deadline too short lets every run pass by. */
export const cronJobNeverScheduled: Question = {
  id: 'cron-job-never-scheduled',
  severity: 'error',
  summary: { en: 'Has a CronJob a schedule that never comes?', zh: '是否有 CronJob 的时间表永远不会触发？' },
  ask: (cluster) =>
    cluster
      .ofKind('CronJob')
      .filter((cronJob) => !isTerminating(cronJob) && asObject(cronJob.json['spec'])['suspend'] !== true)
      .flatMap((cronJob) => symptomsOf(cluster, cronJob)),
};

function symptomsOf(cluster: Cluster, cronJob: Manifest): readonly Symptom[] {
  const spec = asObject(cronJob.json['spec']);
  const last = Date.parse(asText(asObject(cronJob.json['status'])['lastScheduleTime'])) || 0;
  const event = cluster.eventsAbout(cronJob).find(({ reason }) => EVENTS.has(asText(reason)));
  const told = event !== undefined && eventMillis(event) >= last ? event : undefined;
  const problem = problemOf(spec) ?? (told === undefined ? undefined : saidBy(eventMessage(told)));
  if (problem === undefined) return [];
  const written = `${shortId(cronJob)}: spec.${problem.field} ${writtenScalar(spec[problem.field])}`;
  return [
    {
      object: objectId(cronJob),
      cause: {
        en: `${shortId(cronJob)} never runs: ${problem.cause.en}`,
        zh: `${shortId(cronJob)} 永远不会运行：${problem.cause.zh}`,
      },
      evidence: [...(told === undefined ? [] : [eventEvidence(cronJob, told)]), written],
      remedy: problem.remedy,
      property: `spec.${problem.field}`,
      explains: [objectId(cronJob)],
    },
  ];
}

interface Problem {
  readonly field: 'schedule' | 'timeZone' | 'startingDeadlineSeconds';
  readonly cause: Text;
  readonly remedy: Text;
}

function problemOf(spec: Manifest['json']): Problem | undefined {
  const [schedule, timeZone] = [asText(spec['schedule']), asText(spec['timeZone'])];
  const wrong = cronProblem(schedule);
  if (wrong !== undefined && !wrong.startsWith('names a time zone'))
    return scheduleProblem({ en: `the schedule "${schedule}" ${wrong}`, zh: `时间表 "${schedule}"：${wrong}` });
  if (neverComes(schedule))
    return scheduleProblem({
      en: `the schedule "${schedule}" names a day that its month does not have`,
      zh: `时间表 "${schedule}" 指定的日期在该月份不存在`,
    });
  if (timeZone !== '' && !isTimeZone(timeZone)) {
    return {
      field: 'timeZone',
      cause: { en: `the time zone "${timeZone}" is not known`, zh: `时区 "${timeZone}" 不存在` },
      remedy: {
        en: 'Write a name of the IANA database, such as Asia/Shanghai.',
        zh: '改成 IANA 时区名，例如 Asia/Shanghai。',
      },
    };
  }
  const deadline = spec['startingDeadlineSeconds'];
  if (typeof deadline !== 'number' || deadline >= SHORTEST_DEADLINE) return undefined;
  return {
    field: 'startingDeadlineSeconds',
    cause: {
      en: `startingDeadlineSeconds is ${deadline}, and the controller needs up to ${SHORTEST_DEADLINE} to notice that a run is due`,
      zh: `startingDeadlineSeconds 为 ${deadline}，而控制器最多要 ${SHORTEST_DEADLINE} 秒才会发现该运行了`,
    },
    remedy: { en: 'Set startingDeadlineSeconds to 600 or more.', zh: '把 startingDeadlineSeconds 设为 600 以上。' },
  };
}

function scheduleProblem(cause: Text): Problem {
  return {
    field: 'schedule',
    cause,
    remedy: {
      en: 'Write a schedule of five fields that comes, such as `0 2 * * *`.',
      zh: '改成会触发的五段时间表，例如 `0 2 * * *`。',
    },
  };
}

function saidBy(message: string): Problem {
  const isZone = /time ?zone/i.test(message);
  return { ...scheduleProblem({ en: message, zh: message }), ...(isZone ? { field: 'timeZone' } : {}) };
}

/** Tells whether days of the month and months, written as plain numbers, never meet: 30 February. */
function neverComes(schedule: string): boolean {
  const [, , days = '', months = '', weekdays = ''] = schedule.trim().split(/\s+/);
  if (!/^\d{1,2}$/.test(days) || !/^\d{1,2}(?:,\d{1,2})*$/.test(months) || !/^[*?]$/.test(weekdays)) return false;
  return months.split(',').every((month) => Number(days) > (LONGEST_MONTHS[Number(month) - 1] ?? 31));
}
