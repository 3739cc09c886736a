import * as fc from 'fast-check';
import { isTimeZone } from './time-zone';

test.each([
  'UTC',
  'Asia/Shanghai',
  'Asia/Kolkata',
  'PRC',
  'Etc/UTC',
  'Etc/GMT+8',
  'GMT0',
  'EST5EDT',
  'US/Pacific',
  'America/Argentina/Buenos_Aires',
  'America/Port-au-Prince',
  'America/North_Dakota/New_Salem',
  'Antarctica/McMurdo',
  'Australia/NSW',
])('%s is a time zone', (name) => {
  expect(isTimeZone(name)).toBe(true);
});

test.each([
  '',
  'Local',
  'local',
  'asia/shanghai',
  'ASIA/SHANGHAI',
  'Asia/shanghai',
  'Asia/SHANGHAI',
  'asia/kolkata',
  'utc',
  'CST',
  'IST',
  'GMT+8',
  'UTC+8',
  '+08:00',
  'Etc/GMT+15',
  'Asia/Beijing',
  'Asia/Shanghai ',
  'Asia/',
  'Asia',
  '../etc/passwd',
  '/Asia/Shanghai',
  'SystemV/AST4',
])('%j is no time zone', (name) => {
  expect(isTimeZone(name)).toBe(false);
});

test('no text makes the check throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((text) => `Asia/${text}`),
      ),
      (name) => {
        expect(typeof isTimeZone(name)).toBe('boolean');
      },
    ),
  );
});
