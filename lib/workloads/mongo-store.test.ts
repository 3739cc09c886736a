import { runInNewContext } from 'node:vm';
import { Size } from 'cdk8s';
import * as fc from 'fast-check';
import { MongoStore, wiredTigerCacheGigabytes, type MongoAccess } from './mongo-store';
import { theDeployment, theFiles, theVariables, theContainer } from './testing/rendered-objects';
import { aStack } from './testing/testing-stack';
import { aMongoStore } from './testing/testing-stores';
import { TestingWorkload } from './testing/testing-workload';

/** Returns the files of a MongoDB to which clients of these names are connected. */
function filesWith(clients: Readonly<Record<string, MongoAccess>>) {
  const stack = aStack();
  const mongo = new MongoStore(stack, 'mongo');
  for (const [id, access] of Object.entries(clients)) {
    new TestingWorkload(stack, id).connectTo(mongo, access);
  }
  return theFiles(stack, 'anomaly-mongo');
}

describe('the cache of mongod', () => {
  test.each([
    [512, 0.25],
    [1024, 0.25],
    [1536, 0.25],
    [1638, 0.29],
    [2048, 0.5],
    [3072, 1],
    [4096, 1.5],
  ])('of a limit of %d Mi is %d Gi', (mebibytes, gigabytes) => {
    expect(wiredTigerCacheGigabytes(Size.mebibytes(mebibytes))).toBe(gigabytes);
  });

  test('is what mongod would take by itself, half of what is above 1 Gi, and never more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_536, max: 65_536 }), (mebibytes) => {
        const cache = wiredTigerCacheGigabytes(Size.mebibytes(mebibytes));

        expect(cache).toBeLessThanOrEqual((mebibytes / 1024 - 1) / 2);
        expect(cache).toBeGreaterThan((mebibytes / 1024 - 1) / 2 - 0.011);
      }),
    );
  });

  test('follows from the limit in the environment', () => {
    const memory = { request: Size.gibibytes(4), limit: Size.gibibytes(4) };

    const store = aMongoStore({ workloads: { 'anomaly-mongo': { memory } } });

    expect(theFiles(store, 'anomaly-mongo')['mongod.conf']).toContain('      cacheSizeGB: 1.5\n');
  });
});

describe('accounts', () => {
  test('are one for each function that is connected, and one for the backup', () => {
    const files = filesWith({
      'query-api': { as: 'query-api', databases: { kpi: 'read', anomalies: 'read' } },
      'config-api': { as: 'config-api', databases: { kpi: 'readWrite' } },
    });

    expect(files['accounts.json']).toBe(`[
  {"user":"backup","roles":[{"role":"backup","db":"admin"}]},
  {"user":"config-api","roles":[{"role":"readWrite","db":"kpi"}]},
  {"user":"query-api","roles":[{"role":"read","db":"kpi"},{"role":"read","db":"anomalies"}]}
]
`);
  });

  test('may be shared by clients that want the same', () => {
    const stream: MongoAccess = { as: 'stream', databases: { models: 'read' } };

    expect(filesWith({ 'stream-host': stream, 'stream-volume': stream })['accounts.json']?.match(/"stream"/g)).toEqual([
      '"stream"',
    ]);
  });

  test('of clients that want different things are refused with both wishes', () => {
    expect(() =>
      filesWith({
        'stream-host': { as: 'stream', databases: { models: 'read' } },
        'stream-volume': { as: 'stream', databases: { models: 'readWrite' } },
      }),
    ).toThrow(
      new RangeError(
        'account "stream" of anomaly-mongo is asked to have {"models":"readWrite"} and has {"models":"read"}; ' +
          'ask for the same, or name another account',
      ),
    );
  });

  test('have their passwords mounted, those that are needed and no others', () => {
    const stack = aStack();
    const mongo = new MongoStore(stack, 'mongo');
    new TestingWorkload(stack, 'alert').connectTo(mongo, { as: 'alert', databases: { kpi: 'read' } });

    expect(theDeployment(stack, 'anomaly-mongo').spec.template.spec.volumes).toContainEqual({
      name: 'run-secrets-mongo',
      secret: {
        secretName: 'anomaly-mongo-credentials',
        defaultMode: 0o440,
        items: ['root', 'alert', 'backup'].map((user) => ({ key: `${user}-password`, path: `${user}-password` })),
      },
    });
  });

  test('reach the client as address, name and a reference to the password', () => {
    const stack = aStack();
    new TestingWorkload(stack, 'alert').connectTo(new MongoStore(stack, 'mongo'), { as: 'alert', databases: {} });

    expect(theVariables(stack, 'anomaly-alert')).toEqual({
      MONGO_HOST: 'anomaly-mongo',
      MONGO_PORT: '27017',
      MONGO_AUTH_DATABASE: 'admin',
      MONGO_USERNAME: 'alert',
      MONGO_PASSWORD: { secretKeyRef: { name: 'anomaly-mongo-credentials', key: 'alert-password' } },
    });
  });

  test('that are new restart mongod, so that the file is there for the script', () => {
    const checksum = (databases: MongoAccess['databases']) => {
      const stack = aStack();
      new TestingWorkload(stack, 'alert').connectTo(new MongoStore(stack, 'mongo'), { as: 'alert', databases });
      return theDeployment(stack, 'anomaly-mongo').spec.template.metadata.annotations?.['znyw/config-checksum'];
    };

    expect(checksum({ kpi: 'read' })).not.toBe(checksum({ kpi: 'readWrite' }));
  });
});

test('the script logs in, makes accounts that are missing, and changes those that are there', () => {
  const files = filesWith({ alert: { as: 'alert', databases: { kpi: 'read' } } });
  const content: Readonly<Record<string, string | undefined>> = {
    '/etc/mongo/accounts.json': files['accounts.json'],
    '/run/secrets/mongo/root-password': 'secret of root\n',
    '/run/secrets/mongo/alert-password': 'secret of alert\n',
    '/run/secrets/mongo/backup-password': 'secret of backup',
  };
  const calls: unknown[] = [];
  const admin = {
    auth: (...credentials: readonly string[]) => calls.push(['log in', ...credentials]),
    getUser: (user: string) => (user === 'backup' ? { user } : null),
    createUser: (account: unknown) => calls.push(['create', account]),
    updateUser: (user: string, account: unknown) => calls.push(['update', user, account]),
  };

  runInNewContext(files['accounts.js'] ?? '', {
    require: () => ({ readFileSync: (path: string) => content[path] }),
    db: { getSiblingDB: (name: string) => (name === 'admin' ? admin : undefined) },
  });

  expect(JSON.parse(JSON.stringify(calls))).toEqual([
    ['log in', 'root', 'secret of root'],
    ['create', { user: 'alert', pwd: 'secret of alert', roles: [{ role: 'read', db: 'kpi' }] }],
    ['update', 'backup', { pwd: 'secret of backup', roles: [{ role: 'backup', db: 'admin' }] }],
  ]);
});

test('mongod reads its file, and the password of root from a file', () => {
  const { args, env } = theContainer(aMongoStore(), 'anomaly-mongo');

  expect(args).toEqual(['mongod', '--config', '/etc/mongo/mongod.conf']);
  expect(env).toContainEqual({ name: 'MONGO_INITDB_ROOT_PASSWORD_FILE', value: '/run/secrets/mongo/root-password' });
});
