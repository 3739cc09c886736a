import { Size } from 'cdk8s';
import * as fc from 'fast-check';
import { mySqlMemory, MySqlStore, type MySqlMemory } from './mysql-store';
import { theDeployment, theFiles, theVariables } from './testing/rendered-objects';
import { ScriptSandbox } from './testing/script-sandbox';
import { aStack } from './testing/testing-stack';
import { aMySqlStore } from './testing/testing-stores';
import { TestingWorkload } from './testing/testing-workload';

function tryMySqlMemory(mebibytes: number): MySqlMemory | undefined {
  try {
    return mySqlMemory('focus-mysql', Size.mebibytes(mebibytes));
  } catch {
    return undefined;
  }
}

describe('memory', () => {
  test.each([
    [1536, 768, 100],
    [1280, 640, 92],
    [1024, 512, 49],
    [2048, 1024, 100],
    [8192, 4096, 100],
  ])('of %d Mi is a buffer pool of %d Mi and %d connections', (mebibytes, bufferPoolMebibytes, connections) => {
    expect(mySqlMemory('focus-mysql', Size.mebibytes(mebibytes))).toEqual({ bufferPoolMebibytes, connections });
  });

  test('that leaves too few connections is refused with both numbers', () => {
    expect(() => mySqlMemory('focus-mysql', Size.mebibytes(500))).toThrow(
      new RangeError(
        'focus-mysql has a memory limit of 500Mi; mysqld needs 552Mi for a buffer pool of 128Mi and 20 connections; raise the limit',
      ),
    );
  });

  test('is enough for the pool, the performance schema, temporary tables and every connection', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_024, max: 65_536 }), (mebibytes) => {
        const { bufferPoolMebibytes, connections } = mySqlMemory('a', Size.mebibytes(mebibytes));

        expect(bufferPoolMebibytes % 128).toBe(0);
        expect(bufferPoolMebibytes + 200 + 64 + 100 + 3 * connections).toBeLessThanOrEqual(mebibytes);
        expect(bufferPoolMebibytes).toBeLessThanOrEqual(mebibytes / 2);
        expect(connections).toBeGreaterThanOrEqual(20);
        expect(connections).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('that is enough is never refused for more of it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 128, max: 2_048 }), (mebibytes) => {
        const enough = tryMySqlMemory(mebibytes) !== undefined;

        expect(!enough || tryMySqlMemory(mebibytes + 1) !== undefined).toBe(true);
      }),
      { examples: [[679], [767]] },
    );
  });

  test('of the environment decides the configuration', () => {
    const memory = { request: Size.gibibytes(1), limit: Size.gibibytes(1) };

    const conf = theFiles(aMySqlStore({ workloads: { 'focus-mysql': { memory } } }), 'focus-mysql')['znyw.cnf'];

    expect(conf?.split('\n')).toEqual(
      expect.arrayContaining(['innodb_buffer_pool_size=512M', 'max_connections=49', 'temptable_max_ram=64M']),
    );
  });
});

test('a client gets the account that owns the database', () => {
  const stack = aStack({ id: 'focus' });

  new TestingWorkload(stack, 'web').connectTo(new MySqlStore(stack, 'mysql', { database: 'focus' }));

  expect(theVariables(stack, 'focus-web')).toEqual({
    MYSQL_HOST: 'focus-mysql',
    MYSQL_PORT: '3306',
    MYSQL_DATABASE: 'focus',
    MYSQL_USERNAME: 'focus',
    MYSQL_PASSWORD: { secretKeyRef: { name: 'focus-mysql-credentials', key: 'focus-password' } },
  });
});

test('passwords are read from files, and nobody logs in as root over the network', () => {
  expect(theVariables(aMySqlStore(), 'focus-mysql')).toMatchObject({
    MYSQL_ROOT_HOST: 'localhost',
    MYSQL_ROOT_PASSWORD_FILE: '/run/secrets/mysql/root-password',
    MYSQL_USER: 'focus',
    MYSQL_PASSWORD_FILE: '/run/secrets/mysql/focus-password',
  });
  expect(theDeployment(aMySqlStore(), 'focus-mysql').spec.template.spec.volumes).toContainEqual({
    name: 'run-secrets-mysql',
    secret: {
      secretName: 'focus-mysql-credentials',
      defaultMode: 0o440,
      items: ['root', 'focus', 'backup'].map((user) => ({ key: `${user}-password`, path: `${user}-password` })),
    },
  });
});

test('the account for backups may read the database and nothing else', () =>
  ScriptSandbox.use((sandbox) => {
    sandbox.run(['mkdir', '-p', '/run/secrets/mysql']);
    sandbox.write('/run/secrets/mysql/backup-password', 'secret\n');
    sandbox.write(
      '/tmp/account.sh',
      sandbox.translate(theFiles(aMySqlStore(), 'focus-mysql')['backup-account.sh'] ?? ''),
    );

    // The image sources the script, in a bash that stops at the first failure.
    const { status, stdout } = sandbox.run([
      'bash',
      '-eo',
      'pipefail',
      '-c',
      'docker_process_sql() { echo "$@"; cat; }; . /tmp/account.sh',
    ]);

    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        '--database=mysql',
        "CREATE USER 'backup'@'%' IDENTIFIED BY 'secret';",
        "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON `focus`.* TO 'backup'@'%';",
        "GRANT SHOW_ROUTINE ON *.* TO 'backup'@'%';",
        '',
      ].join('\n'),
    );
  }));
