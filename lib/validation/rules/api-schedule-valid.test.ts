import type { Json, Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiScheduleValid } from './api-schedule-valid';

const scheduled = (schedule: Json, timeZone?: Json) =>
  anObject('batch/v1', 'CronJob', { schedule, ...(timeZone === undefined ? {} : { timeZone }) });

test.each<[string, Manifest]>([
  ['five fields', scheduled('*/5 2 1,15 jan-mar MON')],
  ['a descriptor', scheduled('@daily')],
  ['a time zone', scheduled('0 2 * * *', 'Asia/Shanghai')],
  ['a time zone inside', scheduled('CRON_TZ=Asia/Shanghai 0 2 * * *')],
  ['no name of a time zone inside, which is UTC', scheduled('TZ= @daily')],
  ['what is accepted and never comes', scheduled('0 2 , * *')],
  ['what is accepted and always comes', scheduled('@every -5s')],
  ['no text, of which another rule speaks', scheduled(5, 5)],
  ['another kind', aService({ schedule: 'often' })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiScheduleValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'nothing',
    scheduled(''),
    ['spec.schedule: is "": is empty; five fields or a descriptor such as @daily are expected'],
  ],
  [
    'four fields',
    scheduled('0 2 * *'),
    ['spec.schedule: is "0 2 * *": has 4 fields; 5 are expected: minute, hour, day of month, month, day of week'],
  ],
  [
    'an hour that there is not',
    scheduled('0 25 * * *'),
    ['spec.schedule: is "0 25 * * *": hour is 25; 0 to 23 are allowed'],
  ],
  ['Sunday as 7', scheduled('0 2 * * 7'), ['spec.schedule: is "0 2 * * 7": day of week is 7; 0 to 6 are allowed']],
  [
    'a descriptor that there is not',
    scheduled('@reboot'),
    [
      'spec.schedule: is "@reboot": is no descriptor; known: @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, @every 1h30m',
    ],
  ],
  [
    'a duration that there is not',
    scheduled('@every day'),
    ['spec.schedule: is "@every day": has the duration "day"; one such as 1h30m is expected'],
  ],
  [
    'a time zone inside that does not exist',
    scheduled('TZ=Asia/Beijing 0 2 * * *'),
    ['spec.schedule: is "TZ=Asia/Beijing 0 2 * * *": names the time zone "Asia/Beijing", which does not exist'],
  ],
  [
    'a time zone inside and nothing else',
    scheduled('TZ=Asia/Shanghai'),
    ['spec.schedule: is "TZ=Asia/Shanghai": has a time zone and nothing else'],
  ],
  [
    'two time zones',
    scheduled('TZ=UTC 0 2 * * *', 'UTC'),
    ['spec.schedule: is "TZ=UTC 0 2 * * *"; a time zone is expected here or in timeZone, not in both'],
  ],
  [
    'a time zone in small letters',
    scheduled('@daily', 'asia/shanghai'),
    ['spec.timeZone: is "asia/shanghai"; a name of the IANA database is expected, such as Asia/Shanghai'],
  ],
  [
    'an empty time zone',
    scheduled('@daily', ''),
    ['spec.timeZone: is ""; a name of the IANA database is expected, such as Asia/Shanghai'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiScheduleValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = scheduled('');

  expect(apiScheduleValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.schedule',
      message: 'is "": is empty; five fields or a descriptor such as @daily are expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiScheduleValid)).not.toThrow();
});
