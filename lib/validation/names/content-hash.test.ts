import { isHashedName } from './content-hash';

test.each(['web-config-7h4k2mtd56', 'web-3f2a9c1d', 'web-0123456789abcdef0123456789abcdef'])(
  '%s has a hash',
  (name) => {
    expect(isHashedName(name)).toBe(true);
  },
);

test.each(['web-config', 'web-deadbeef', 'web-2024', 'web-production', '7h4k2mtd56'])('%s has no hash', (name) => {
  expect(isHashedName(name)).toBe(false);
});
