import * as fc from 'fast-check';
import { tryExceededQuota } from './exceeded-quota';

test('every resource is read in its own unit', () => {
  const message =
    'pods "a-x" is forbidden: exceeded quota: q, requested: limits.memory=1Gi,pods=1,requests.cpu=400m, used: limits.memory=3Gi,pods=9,requests.cpu=7800m, limited: limits.memory=3Gi,pods=9,requests.cpu=8';

  const exceeded = tryExceededQuota(message);

  expect(exceeded?.quota).toBe('q');
  expect(exceeded?.plural).toBe('pods');
  expect([...(exceeded?.requested ?? [])]).toEqual([
    ['limits.memory', 1_073_741_824],
    ['pods', 1],
    ['requests.cpu', 400],
  ]);
  expect(exceeded?.used.get('requests.cpu')).toBe(7800);
  expect(exceeded?.limited.get('requests.cpu')).toBe(8000);
});

test('a claim that is refused is told from a Pod', () => {
  const message =
    'persistentvolumeclaims "d" is forbidden: exceeded quota: s, requested: requests.storage=10Gi, used: requests.storage=0, limited: requests.storage=5Gi';

  expect(tryExceededQuota(message)?.plural).toBe('persistentvolumeclaims');
  expect(tryExceededQuota(message)?.requested.get('requests.storage')).toBe(10_737_418_240);
});

test.each(['', 'exceeded quota: q', 'failed quota: q: must specify limits.cpu for: a'])(
  'a message without amounts is another one: "%s"',
  (message) => {
    expect(tryExceededQuota(message)).toBeUndefined();
  },
);

test('any text is read without an error', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const exceeded = tryExceededQuota(`pods "a": exceeded quota: ${one}, requested: ${other}, used: ${one}`);
      expect(exceeded === undefined || exceeded.plural === 'pods').toBe(true);
    }),
  );
});
