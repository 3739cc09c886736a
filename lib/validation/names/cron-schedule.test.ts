import * as fc from 'fast-check';
import { cronProblem } from './cron-schedule';

function range(min: number, max: number) {
  return fc.tuple(fc.integer({ min, max }), fc.integer({ min, max })).map(([one, other]) => ({
    list: `${one},${other}`,
    span: `${Math.min(one, other)}-${Math.max(one, other)}`,
  }));
}

test.each([
  '0 2 * * *',
  '*/5 * * * *',
  '59 23 31 12 6',
  '0 0 1 1 0',
  '0,15,30-45/5 8-18 ? * mon-fri',
  '0 0 * JAN-Dec SUN,sat',
  '5/15 0 * * *',
  '0 0 * * sun-6',
  '  0   0 * *\t*  ',
  '*/1000 * * * *',
  '0,,5 * * * *',
  '+5 007 * * *',
  '*-7 * * * *',
  '@yearly',
  '@annually',
  '@monthly',
  '@weekly',
  '@daily',
  '@midnight',
  '@hourly',
  '@every 1h30m',
  '@every 500ms',
])('the schedule %j is read', (schedule) => {
  expect(cronProblem(schedule)).toBeUndefined();
});

test.each([
  ['', 'is empty; five fields or a descriptor such as @daily are expected'],
  ['0 2 * *', 'has 4 fields; 5 are expected: minute, hour, day of month, month, day of week'],
  ['0', 'has 1 field; 5 are expected: minute, hour, day of month, month, day of week'],
  ['0 0 2 * * *', 'has 6 fields; 5 are expected: minute, hour, day of month, month, day of week'],
  ['TZ=Asia/Shanghai 0 2 * * *', 'names a time zone; the field timeZone is for that'],
  ['CRON_TZ=UTC 0 2 * * *', 'names a time zone; the field timeZone is for that'],
  ['60 * * * *', 'minute is 60; 0 to 59 are allowed'],
  ['0 24 * * *', 'hour is 24; 0 to 23 are allowed'],
  ['0 0 0 * *', 'day of month is 0; 1 to 31 are allowed'],
  ['0 0 32 * *', 'day of month is 32; 1 to 31 are allowed'],
  ['0 0 * 0 *', 'month is 0; 1 to 12 are allowed'],
  ['0 0 * 13 *', 'month is 13; 1 to 12 are allowed'],
  ['0 0 * * 7', 'day of week is 7; 0 to 6 are allowed'],
  ['0 0 * * 5-7', 'day of week is 7; 0 to 6 are allowed'],
  ['0 0 * * fri-mon', 'day of week is "fri-mon", which begins after its end'],
  ['30-15 * * * *', 'minute is "30-15", which begins after its end'],
  ['1-2-3 * * * *', 'minute is "1-2-3"; a range has two ends, as in 1-5'],
  ['*/5/5 * * * *', 'minute is "*/5/5"; a range has one step, as in */5'],
  ['*/0 * * * *', 'minute has the step 0; 1 or more is expected'],
  ['*/x * * * *', 'minute has the step "x"; a whole number is expected'],
  ['*/-1 * * * *', 'minute has the step "-1"; a whole number is expected'],
  ['x * * * *', 'minute is "x"; 0 to 59 are expected'],
  ['-1 * * * *', 'minute is ""; 0 to 59 are expected'],
  ['jan * * * *', 'minute is "jan"; 0 to 59 are expected'],
  ['0 0 * january *', 'month is "january"; 1 to 12 or jan to dec are expected'],
  ['0 0 * * mon-x', 'day of week is "x"; 0 to 6 or sun to sat are expected'],
  ['99999999999999999999 * * * *', 'minute is "99999999999999999999"; 0 to 59 are expected'],
  [', * * * *', 'minute is ",", which never comes'],
  [
    '@reboot',
    'is no descriptor; known: @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, @every 1h30m',
  ],
  [
    '@Daily',
    'is no descriptor; known: @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, @every 1h30m',
  ],
  ['@every 1 day', 'has the duration "1 day"; one such as 1h30m is expected'],
  ['@every ', 'has the duration ""; one such as 1h30m is expected'],
  ['@every 0', 'has the duration 0; more than 0 is expected'],
  ['@every -1h', 'has the duration -1h; more than 0 is expected'],
])('the schedule %j is refused with a reason', (schedule, problem) => {
  expect(cronProblem(schedule)).toBe(problem);
});

test('every combination of numbers within the bounds is read, in order or as a list', () => {
  fc.assert(
    fc.property(range(0, 59), range(0, 23), range(1, 31), range(1, 12), range(0, 6), (...fields) => {
      expect(cronProblem(fields.map(({ list }) => list).join(' '))).toBeUndefined();
      expect(cronProblem(fields.map(({ span }) => span).join(' '))).toBeUndefined();
    }),
  );
});

test('no text makes the reading throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[0-9*?,/ @a-z-]{0,30}$/)), (schedule) => {
      expect(['string', 'undefined']).toContain(typeof cronProblem(schedule));
    }),
  );
});
