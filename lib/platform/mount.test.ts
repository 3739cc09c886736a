import { Size } from 'cdk8s';
import { scratch, volumeMountOf, volumeOf, type Mount } from './mount';

test('keys of a ConfigMap are mounted as files that cannot be written', () => {
  const mount: Mount = { path: '/etc/nginx', from: { configMap: 'focus-nginx' }, keys: ['nginx.conf'] };

  expect(volumeOf(mount)).toEqual({
    name: 'etc-nginx',
    configMap: { name: 'focus-nginx', items: [{ key: 'nginx.conf', path: 'nginx.conf' }] },
  });
  expect(volumeMountOf(mount)).toEqual({ name: 'etc-nginx', mountPath: '/etc/nginx', readOnly: true });
});

test('a Secret is for the process and its group only, in the decimal that Kubernetes wants', () => {
  const mount: Mount = { path: '/run/secrets/mongo', from: { secret: 'mongo-credentials' } };

  expect(volumeOf(mount)).toEqual({
    name: 'run-secrets-mongo',
    secret: { secretName: 'mongo-credentials', defaultMode: 288 },
  });
  expect(volumeMountOf(mount)).toEqual({ name: 'run-secrets-mongo', mountPath: '/run/secrets/mongo', readOnly: true });
});

test('one key is mounted as the file at the path', () => {
  const mount: Mount = { path: '/etc/krb5.conf', from: { configMap: 'hadoop' }, subPath: 'krb5.conf' };

  expect(volumeMountOf(mount)).toEqual({
    name: 'etc-krb5-conf',
    mountPath: '/etc/krb5.conf',
    subPath: 'krb5.conf',
    readOnly: true,
  });
});

test('a folder of a claim can be written', () => {
  const mount: Mount = { path: '/data/db', from: { claim: 'mongo-data' }, subPath: 'db' };

  expect(volumeOf(mount)).toEqual({ name: 'data-db', persistentVolumeClaim: { claimName: 'mongo-data' } });
  expect(volumeMountOf(mount)).toEqual({ name: 'data-db', mountPath: '/data/db', subPath: 'db' });
});

test('scratch space has a size, and can be written', () => {
  const mount = scratch('/tmp', Size.gibibytes(1));

  expect(volumeOf(mount)).toEqual({ name: 'tmp', emptyDir: { sizeLimit: { value: '1Gi' } } });
  expect(volumeMountOf(mount)).toEqual({ name: 'tmp', mountPath: '/tmp' });
});

test.each([
  ['/var/lib/mysql-files', 'var-lib-mysql-files'],
  ['/etc/krb5.conf', 'etc-krb5-conf'],
  ['/Data/', 'data'],
])('the volume at %s is named %s, a DNS label', (path, name) => {
  expect(volumeOf(scratch(path, Size.mebibytes(1))).name).toBe(name);
});
