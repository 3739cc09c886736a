import { isVersionLikeLabel } from './version-like-label';

test.each([
  ['app.kubernetes.io/version', '1.2.3'],
  ['version', 'v1'],
  ['helm.sh/chart', 'web-1.2.3'],
  ['pod-template-hash', '5d4f8c7b9'],
  ['cdk8s.io/metadata.addr', 'focus-web-c8e1f2a3'],
  ['app', '3f2a9c1d4b'],
])('%s: %s changes with the version', (key, value) => {
  expect(isVersionLikeLabel(key, value)).toBe(true);
});

test.each([
  ['app.kubernetes.io/name', 'focus-web'],
  ['app', 'mysql-8'],
  ['tier', 'deadbeef'],
  ['shard', '12345678'],
])('%s: %s stays', (key, value) => {
  expect(isVersionLikeLabel(key, value)).toBe(false);
});
