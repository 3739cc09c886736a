import { asList, asObject, asText, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { eventMillis } from '../../cluster/cluster';
import type { Cluster } from '../../cluster/cluster';
import type { Question } from '../../judge/finding';
import { eventEvidence } from '../reading/evidence';
import { shortId } from '../reading/named';
import { createdMillis, isTerminating } from '../reading/pod-state';

const HOUR = 3_600_000;

/** A run that could not start before its deadline is skipped, and one that nobody starts leaves no trace. */
export const cronJobMissed: Question = {
  id: 'cron-job-missed',
  severity: 'error',
  summary: { en: 'Has a CronJob missed a run?', zh: '是否有 CronJob 错过了运行时间？' },
  ask: (cluster) =>
    cluster
      .ofKind('CronJob')
      .filter((cronJob) => !isTerminating(cronJob) && asObject(cronJob.json['spec'])['suspend'] !== true)
      .flatMap((cronJob) => {
        const [spec, status] = [asObject(cronJob.json['spec']), asObject(cronJob.json['status'])];
        const evidence = missedEvidence(cluster, cronJob);
        if (evidence === undefined) return [];
        const last = asText(status['lastScheduleTime']);
        const deadline = spec['startingDeadlineSeconds'];
        const bound =
          typeof deadline === 'number' ? `startingDeadlineSeconds ${deadline}` : 'no startingDeadlineSeconds';
        return [
          {
            object: objectId(cronJob),
            cause: {
              en: `${shortId(cronJob)} (${asText(spec['schedule'])}) has missed runs: the last was started ${last === '' ? 'never' : `at ${last}`}, with ${bound}`,
              zh: `${shortId(cronJob)}（${asText(spec['schedule'])}）错过了运行：上次启动 ${last === '' ? '无' : last}，${bound}`,
            },
            evidence: [evidence],
            remedy: {
              en: `Run it now with \`kubectl create job --from=cronjob/${shortId(cronJob).slice('CronJob/'.length)}\`, and set startingDeadlineSeconds to 600 or more; where every CronJob misses its runs, kube-controller-manager does not run.`,
              zh: `先用 \`kubectl create job --from=cronjob/${shortId(cronJob).slice('CronJob/'.length)}\` 补跑，并把 startingDeadlineSeconds 设为 600 以上；若所有 CronJob 都错过，说明 kube-controller-manager 没有运行。`,
            },
            property: 'spec.startingDeadlineSeconds',
          },
        ];
      }),
};

function missedEvidence(cluster: Cluster, cronJob: Manifest): string | undefined {
  const [spec, status] = [asObject(cronJob.json['spec']), asObject(cronJob.json['status'])];
  const last = Date.parse(asText(status['lastScheduleTime'])) || 0;
  const missed = cluster
    .eventsAbout(cronJob)
    .find(({ reason }) => reason === 'MissSchedule' || reason === 'TooManyMissedTimes');
  const created = cluster.eventsAbout(cronJob).find(({ reason }) => reason === 'SuccessfulCreate');
  const caughtUp = Math.max(last, created === undefined ? 0 : eventMillis(created));
  // Of runs too many the controller complains, and starts the last one all the same.
  if (missed !== undefined && eventMillis(missed) > caughtUp) return eventEvidence(cronJob, missed);

  const period = longestPause(asText(spec['schedule']));
  const since = last === 0 ? createdMillis(cronJob) : last;
  const isHeld = asList(status['active']).length > 0 && spec['concurrencyPolicy'] === 'Forbid';
  // Twice, so that a run that is about to start, or a resumed CronJob, is not taken for a missed one.
  if (period === undefined || since === 0 || isHeld || cluster.reading.readAtMillis - since <= 2 * period)
    return undefined;
  const told = last === 0 ? 'none, created' : 'status.lastScheduleTime';
  return `${shortId(cronJob)}: schedule ${asText(spec['schedule'])}, ${told} ${new Date(since).toISOString()}`;
}

/** Returns the longest time between two runs where the form of a schedule shows it: an hour, or a day. */
function longestPause(schedule: string): number | undefined {
  const [minute, hour, ...days] = schedule.trim().split(/\s+/);
  if (schedule === '@hourly') return HOUR;
  if (schedule === '@daily' || schedule === '@midnight') return 24 * HOUR;
  if (minute === undefined || days.length !== 3 || days.some((field) => !/^[*?]$/.test(field))) return undefined;
  return hour === '*' ? HOUR : 24 * HOUR;
}
