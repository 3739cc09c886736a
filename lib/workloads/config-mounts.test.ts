import { configMounts } from './config-mounts';

test('files of one folder are mounted together, and each folder by itself', () => {
  const { data, mounts } = configMounts('anomaly-mongo', {
    '/etc/mongo/mongod.conf': 'net:',
    '/docker-entrypoint-initdb.d/accounts.js': 'x',
    '/etc/mongo/accounts.json': '[]',
  });

  expect(data).toEqual({ 'mongod.conf': 'net:', 'accounts.js': 'x', 'accounts.json': '[]' });
  expect(mounts).toMatchObject([
    { path: '/etc/mongo', from: { configMap: 'anomaly-mongo' }, keys: ['mongod.conf', 'accounts.json'] },
    { path: '/docker-entrypoint-initdb.d', from: { configMap: 'anomaly-mongo' }, keys: ['accounts.js'] },
  ]);
});

test('a changed file changes the checksum of every mount', () => {
  const checksums = (content: string) =>
    configMounts('web', { '/etc/a/one': content, '/etc/b/two': 'same' }).mounts.map(({ checksum }) => checksum);

  expect(checksums('before')).toEqual(checksums('before'));
  expect(checksums('after')[0]).not.toBe(checksums('before')[0]);
  expect(checksums('after')[1]).not.toBe(checksums('before')[1]);
});

test('two files of one name would be one key, and are refused', () => {
  expect(() => configMounts('focus-web', { '/etc/a/web.conf': '', '/etc/b/web.conf': '' })).toThrow(
    new RangeError('ConfigMap focus-web would hold 2 files named web.conf; rename one'),
  );
});
