import { covered } from './covered';

test.each([
  ['mongodb://app:s3cret@anomaly-mongo:27017/kpi', 'mongodb://app:****@anomaly-mongo:27017/kpi'],
  ['password = hunter2, retrying', 'password = ****, retrying'],
  ['{"api_key": "abc def"}', '{"api_key": ****}'],
  ['Authorization: Bearer abcdefgh.ijkl', 'Authorization: Bearer ****'],
  [
    "Access denied for user 'root'@'10.0.0.1' (using password: YES)",
    "Access denied for user 'root'@'10.0.0.1' (using password: YES)",
  ],
  ['token: expired', 'token: expired'],
  ['secret "tls" not found', 'secret "tls" not found'],
])('%s becomes %s', (text, expected) => {
  expect(covered(text)).toBe(expected);
});

test('a long line takes no longer than its length', () => {
  const started = Date.now();

  covered('password'.repeat(100_000));
  covered(`://${'a'.repeat(500_000)}`);

  expect(Date.now() - started).toBeLessThan(2000);
});
