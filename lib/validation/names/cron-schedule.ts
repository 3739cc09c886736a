import { tryGoDurationSeconds } from './go-duration';

interface CronField {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  /** Names in place of numbers, the first one being `min`. */
  readonly names?: readonly string[];
}

const FIELDS: readonly CronField[] = [
  { label: 'minute', min: 0, max: 59 },
  { label: 'hour', min: 0, max: 23 },
  { label: 'day of month', min: 1, max: 31 },
  { label: 'month', min: 1, max: 12, names: 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ') },
  { label: 'day of week', min: 0, max: 6, names: 'sun mon tue wed thu fri sat'.split(' ') },
];

const DESCRIPTORS = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly'];

/**
 * Says what is wrong with a schedule of a CronJob as Kubernetes 1.27 reads it, or returns undefined if nothing is.
 *
 * Stricter than Kubernetes where a schedule is accepted and cannot be meant: one with a time zone inside (`timeZone`
 * is the field for it), a field of commas only, which never runs, and `@every` with 0 or less, which runs each second.
 *
 * @returns lower case, to be put behind the schedule's name, as in `minute is 60; 0 to 59 are allowed`
 * @see robfig/cron v3.0.1 parser.go, ParseStandard
 */
export function cronProblem(schedule: string): string | undefined {
  if (schedule === '') return 'is empty; five fields or a descriptor such as @daily are expected';
  if (/^(?:CRON_)?TZ=/.test(schedule)) return 'names a time zone; the field timeZone is for that';
  if (schedule.startsWith('@')) return descriptorProblem(schedule);

  // The white space of Go's strings.Fields, which is not quite that of \s.
  const fields = schedule
    .split(/[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/)
    .filter(Boolean);
  if (fields.length !== FIELDS.length) {
    const labels = FIELDS.map(({ label }) => label).join(', ');
    return `has ${fields.length} ${fields.length === 1 ? 'field' : 'fields'}; 5 are expected: ${labels}`;
  }
  for (const [index, field] of FIELDS.entries()) {
    const problem = fieldProblem(fields[index] ?? '', field);
    if (problem !== undefined) return `${field.label} ${problem}`;
  }
  return undefined;
}

function descriptorProblem(schedule: string): string | undefined {
  if (DESCRIPTORS.includes(schedule)) return undefined;
  const every = '@every ';
  if (!schedule.startsWith(every)) return `is no descriptor; known: ${DESCRIPTORS.join(', ')}, @every 1h30m`;
  const duration = schedule.slice(every.length);
  const seconds = tryGoDurationSeconds(duration);
  if (seconds === undefined) return `has the duration "${duration}"; one such as 1h30m is expected`;
  return seconds > 0 ? undefined : `has the duration ${duration}; more than 0 is expected`;
}

function fieldProblem(text: string, field: CronField): string | undefined {
  const items = text.split(',').filter(Boolean);
  if (items.length === 0) return `is "${text}", which never comes`;
  for (const item of items) {
    const problem = itemProblem(item, field);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** Judges `*`, `5`, `1-5`, each with or without a step such as `/2`. */
function itemProblem(item: string, field: CronField): string | undefined {
  const [range = '', step, ...moreSteps] = item.split('/');
  const [low = '', high, ...moreBounds] = range.split('-');
  const { min, max } = field;
  const allowed = `${min} to ${max} are allowed`;
  // What follows a star is not looked at upstream: `*-7` is every day.
  if (low !== '*' && low !== '?') {
    if (moreBounds.length > 0) return `is "${item}"; a range has two ends, as in 1-5`;
    const start = tryNumber(low, field);
    const end = high === undefined ? start : tryNumber(high, field);
    if (start === undefined) return notNumber(low, field);
    if (end === undefined) return notNumber(high ?? '', field);
    if (start < min || start > max) return `is ${start}; ${allowed}`;
    if (end > max) return `is ${end}; ${allowed}`;
    if (start > end) return `is "${item}", which begins after its end`;
  }
  if (moreSteps.length > 0) return `is "${item}"; a range has one step, as in */5`;
  if (step === undefined) return undefined;
  const width = tryWholeNumber(step);
  if (width === undefined) return `has the step "${step}"; a whole number is expected`;
  return width === 0 ? 'has the step 0; 1 or more is expected' : undefined;
}

function tryNumber(text: string, { names = [], min }: CronField): number | undefined {
  const index = names.indexOf(text.toLowerCase());
  return index === -1 ? tryWholeNumber(text) : index + min;
}

/** Reads what Go's strconv.Atoi reads, 0 or more. */
function tryWholeNumber(text: string): number | undefined {
  const match = /^(?:\+?(\d+)|-0+)$/.exec(text);
  if (match === null || BigInt(match[1] ?? 0) >= 2n ** 63n) return undefined;
  return Number(match[1] ?? 0);
}

function notNumber(text: string, { names, min, max }: CronField): string {
  const [first, last] = [names?.at(0), names?.at(-1)];
  return `is "${text}"; ${min} to ${max}${names === undefined ? '' : ` or ${first} to ${last}`} are expected`;
}
