import { isDnsLabel, isDnsSubdomain } from './dns-name';

test.each(['a', '0', 'anomaly-mongo', 'a--b', 'a'.repeat(63)])('%s is a DNS label', (text) => {
  expect(isDnsLabel(text)).toBe(true);
});

test.each(['', '-a', 'a-', 'A', 'a_b', 'a.b', 'ä', 'a\n', ' a', 'a'.repeat(64)])('%j is no DNS label', (text) => {
  expect(isDnsLabel(text)).toBe(false);
});

test.each(['a', 'a.b', 'kubernetes.io', 'a'.repeat(253), `${'a'.repeat(64)}.b`])('%s is a DNS subdomain', (text) => {
  expect(isDnsSubdomain(text)).toBe(true);
});

test.each(['', '.', 'a.', '.a', 'a..b', 'a.-b', 'a.B', 'a_b', 'a\n', 'a'.repeat(254)])(
  '%j is no DNS subdomain',
  (text) => {
    expect(isDnsSubdomain(text)).toBe(false);
  },
);
