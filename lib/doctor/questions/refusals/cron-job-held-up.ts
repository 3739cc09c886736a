import { asList, asObject, asText, objectId } from '../../../validation/manifest';
import type { Question } from '../../judge/finding';
import { eventMillis } from '../../cluster/cluster';
import { eventEvidence } from '../reading/evidence';
import { namespaceOf, shortId } from '../reading/named';
import { isTerminating } from '../reading/pod-state';

/** With concurrencyPolicy Forbid, a Job that does not end keeps every later one from starting. */
export const cronJobHeldUp: Question = {
  id: 'cron-job-held-up',
  severity: 'error',
  summary: {
    en: 'Does a Job that does not end hold up its CronJob?',
    zh: '是否有未结束的 Job 挡住了后续运行？',
  },
  ask: (cluster) =>
    cluster.ofKind('CronJob').flatMap((cronJob) => {
      const { active, lastScheduleTime } = asObject(cronJob.json['status']);
      const event = cluster.eventsAbout(cronJob).find(({ reason }) => reason === 'JobAlreadyActive');
      const jobs = asList(active).map((job) => asText(asObject(job)['name']));
      if (event === undefined || jobs.length === 0 || isTerminating(cronJob)) return [];
      // An event that is older than the Job was about an earlier one.
      if (Date.parse(asText(lastScheduleTime)) > eventMillis(event)) return [];
      const [job = ''] = jobs;
      return [
        {
          object: objectId(cronJob),
          cause: {
            en: `${shortId(cronJob)} starts nothing, because Job/${job} of ${asText(lastScheduleTime)} has not ended (concurrencyPolicy Forbid)`,
            zh: `${shortId(cronJob)} 没有启动新的运行：${asText(lastScheduleTime)} 的 Job/${job} 还没结束（concurrencyPolicy Forbid）`,
          },
          evidence: [eventEvidence(cronJob, event)],
          remedy: {
            en: `Look at the Pod of Job/${job}, and delete the Job where it hangs; activeDeadlineSeconds on the Job ends one that hangs.`,
            zh: `检查 Job/${job} 的 Pod，卡住就删除该 Job；给 Job 设 activeDeadlineSeconds 可自动结束卡住的运行。`,
          },
          property: 'spec.jobTemplate.spec.activeDeadlineSeconds',
          explains: [`Job/${namespaceOf(cronJob)}/${job}`],
        },
      ];
    }),
};
