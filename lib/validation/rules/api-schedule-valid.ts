import { cronProblem } from '../names/cron-schedule';
import { quoted } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { tryGoDurationSeconds } from '../names/go-duration';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';
import { isTimeZone } from '../names/time-zone';

/**
 * A schedule is what the API server reads as one. What it takes and nobody means, such as a schedule that never comes,
 * is not refused.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/batch/validation/validation.go, validateScheduleFormat, validateTimeZone
 */
export const apiScheduleValid = refusalRule({
  id: 'api-schedule-valid',
  summary: 'The schedule of a CronJob has five fields or is a descriptor, and its time zone exists.',
  remedy: 'Write the schedule as in "0 2 * * *", and the time zone as in Asia/Shanghai.',
  problemsIn: (manifest) => {
    if (qualifiedKind(manifest) !== 'CronJob.batch') return [];
    const spec = Field.of(manifest).at('spec');
    return [...scheduleProblems(spec.at('schedule'), spec.at('timeZone')), ...timeZoneProblems(spec.at('timeZone'))];
  },
});

function scheduleProblems(schedule: Field, timeZone: Field): readonly FieldProblem[] {
  const { text } = schedule;
  if (text === undefined) return [];
  const problem = refusal(text);
  return [
    ...(problem === undefined ? [] : [problemAt(schedule, `is ${quoted(text)}: ${problem}`)]),
    ...(text.includes('TZ') && timeZone.exists
      ? [problemAt(schedule, `is ${quoted(text)}; a time zone is expected here or in timeZone, not in both`)]
      : []),
  ];
}

/** Says why the API server refuses a schedule: `cronProblem` says more than that. */
function refusal(schedule: string): string | undefined {
  const [, zone, rest = schedule] = /^(?:CRON_)?TZ=([^ ]*)(.*)$/s.exec(schedule) ?? [];
  if (zone !== undefined && rest === '') return 'has a time zone and nothing else';
  // Go takes no name for UTC, and Local for that of the machine.
  if (zone !== undefined && !['', 'Local'].includes(zone) && !isTimeZone(zone)) {
    return `names the time zone ${quoted(zone)}, which does not exist`;
  }
  const times = rest.trim();
  const every = /^@every (.*)$/s.exec(times)?.[1];
  if (every !== undefined && tryGoDurationSeconds(every) !== undefined) return undefined;
  // A field of commas only never comes, and is accepted.
  return cronProblem(times.replace(/(?<=^|\s),+(?=\s|$)/g, '*'));
}

function timeZoneProblems(timeZone: Field): readonly FieldProblem[] {
  const { text } = timeZone;
  if (text === undefined || isTimeZone(text)) return [];
  return [problemAt(timeZone, `is ${quoted(text)}; a name of the IANA database is expected, such as Asia/Shanghai`)];
}
