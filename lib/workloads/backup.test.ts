import { utimesSync } from 'node:fs';
import type { Workload } from './workload';
import { onlyContainer, rendered, theObject, theOpenings, type RenderedCronJob } from './testing/rendered-objects';
import { ScriptSandbox, type ScriptRun } from './testing/script-sandbox';
import { aMongoStore, aMySqlStore, anInfluxStore, aRedisStore } from './testing/testing-stores';

const OLD = '20240101-000000';

/** Each store, the program that dumps it, and what a stand-in for the program does to write its last argument. */
const stores = [
  {
    name: 'anomaly-mongo',
    make: aMongoStore,
    program: 'mongodump',
    write: 'for last; do :; done; echo content > "${last#--archive=}"',
    suffix: '.archive.gz',
    schedule: '0 2 * * *',
    port: 27017,
  },
  {
    name: 'anomaly-influx',
    make: anInfluxStore,
    program: 'influxd',
    write: 'for last; do :; done; mkdir "$last"; echo content > "$last/shard"',
    suffix: '.influx',
    schedule: '0 3 * * *',
    port: 8088,
  },
  {
    name: 'focus-mysql',
    make: aMySqlStore,
    program: 'mysqldump',
    write: 'echo content',
    suffix: '.sql.gz',
    schedule: '10 1 * * *',
    port: 3306,
  },
  {
    name: 'focus-redis',
    make: aRedisStore,
    program: 'redis-cli',
    write: 'for last; do :; done; echo content > "$last"',
    suffix: '.rdb',
    schedule: '30 1 * * *',
    port: 6379,
  },
] as const;

function theCronJob(store: Workload) {
  return theObject<RenderedCronJob>(store, 'CronJob', `${store.name}-backup`);
}

const thePod = (store: Workload) => theCronJob(store).spec.jobTemplate.spec.template.spec;

/** Runs the script of a store's backup, with passwords that say what they are. */
function runBackup(sandbox: ScriptSandbox, store: Workload): ScriptRun {
  const { command = [], args = [], env } = onlyContainer(thePod(store));
  const variables = Object.fromEntries(env.map(({ name, value = `the-${name}` }) => [name, value]));
  return sandbox.run([...command, ...args], variables);
}

describe.each(stores)('the backup of $name', ({ name, make, program, write, suffix, schedule, port }) => {
  test('runs when the environment says, in its time zone, and never twice at a time', () => {
    const { spec } = theCronJob(make());

    expect(spec).toMatchObject({
      schedule,
      timeZone: 'Asia/Shanghai',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 3600,
      jobTemplate: { spec: { backoffLimit: 1, activeDeadlineSeconds: 10_800 } },
    });
    expect(thePod(make()).restartPolicy).toBe('Never');
  });

  test('has a name that leaves room for what Kubernetes adds', () => {
    expect(theCronJob(make()).metadata.name.length).toBeLessThanOrEqual(52);
  });

  test('is kept on a claim of its own', () => {
    const claims = rendered(make(), 'PersistentVolumeClaim').map(({ metadata }) => metadata.name);

    expect(claims.sort()).toEqual([`${name}-backup`, `${name}-data`]);
    expect(thePod(make()).volumes).toContainEqual({
      name: 'backup',
      persistentVolumeClaim: { claimName: `${name}-backup` },
    });
  });

  test('may call the store and DNS, and is called by nobody', () => {
    expect(theOpenings(make(), `${name}-backup`)).toEqual([
      `out ${name} ${port}/TCP`,
      'out kube-system/kube-dns 53/TCP',
      'out kube-system/kube-dns 53/UDP',
    ]);
    expect(theOpenings(make(), name)).toContain(`in ${name}-backup ${port}/TCP`);
  });

  test('deletes old ones after the retention of the environment', () => {
    expect(onlyContainer(thePod(make())).args?.join()).toContain(`-name '*${suffix}' -mtime +6 `);
  });

  test('that succeeds is there under its name, and what is older than the retention is gone', () =>
    ScriptSandbox.use((sandbox) => {
      sandbox.standIn(program, write);
      sandbox.write(`/backup/${OLD}${suffix}`, 'old');
      const eightDaysAgo = Date.now() / 1000 - 8 * 24 * 60 * 60;
      utimesSync(sandbox.translate(`/backup/${OLD}${suffix}`), eightDaysAgo, eightDaysAgo);

      expect(runBackup(sandbox, make())).toMatchObject({ status: 0, stderr: '' });

      const [backup = '', ...others] = sandbox.list('/backup');
      expect(others).toEqual([]);
      expect(backup.slice(0, 15)).toMatch(/^\d{8}-\d{6}$/);
      expect(backup.slice(15)).toBe(suffix);
    }));

  test('that fails half way ends as failed and leaves every old one, however old', () =>
    ScriptSandbox.use((sandbox) => {
      sandbox.standIn(program, `${write}; exit 4`);
      sandbox.write(`/backup/${OLD}${suffix}`, 'old');
      utimesSync(sandbox.translate(`/backup/${OLD}${suffix}`), 0, 0);

      expect(runBackup(sandbox, make()).status).toBe(4);

      const whole = sandbox.list('/backup').filter((file) => !file.endsWith('.partial'));
      expect(whole).toEqual([`${OLD}${suffix}`]);
    }));

  test('that works again removes what the failed one left', () =>
    ScriptSandbox.use((sandbox) => {
      sandbox.standIn(program, `${write}; exit 4`);
      runBackup(sandbox, make());
      sandbox.standIn(program, write);

      expect(runBackup(sandbox, make()).status).toBe(0);

      expect(sandbox.list('/backup').filter((file) => file.endsWith('.partial'))).toEqual([]);
    }));

  test('shows no password in the list of processes', () =>
    ScriptSandbox.use((sandbox) => {
      sandbox.standIn(program, `printf '%s\\n' "$@" > /data/arguments\n${write}`);

      runBackup(sandbox, make());

      expect(sandbox.read('/data/arguments')).not.toBe('');
      expect(sandbox.read('/data/arguments')).not.toContain('the-');
    }));
});

test('mongodump gets its password by a file that nobody else reads', () =>
  ScriptSandbox.use((sandbox) => {
    sandbox.standIn(
      'mongodump',
      'cat /tmp/mongodump.yaml; ls -l /tmp/mongodump.yaml; for last; do :; done; echo > "${last#--archive=}"',
    );

    const { stdout } = runBackup(sandbox, aMongoStore());

    expect(stdout).toMatch(/^password: the-MONGO_PASSWORD\n-rw------- /);
  }));

test('mysqldump gets address, account and password by a file that nobody else reads', () =>
  ScriptSandbox.use((sandbox) => {
    sandbox.standIn('mysqldump', 'cat /tmp/client.cnf; ls -l /tmp/client.cnf');

    expect(runBackup(sandbox, aMySqlStore()).status).toBe(0);

    const [backup = ''] = sandbox.list('/backup');
    const { stdout } = sandbox.run(['gzip', '-dc', `/backup/${backup}`]);
    expect(stdout).toMatch(
      /^\[client\]\nhost=focus-mysql\nuser=backup\npassword="the-MYSQL_BACKUP_PASSWORD"\n-rw------- /,
    );
  }));

test('a backup says how big it is, unless its store needs less', () => {
  expect(onlyContainer(thePod(aMongoStore())).resources).toEqual({
    requests: { cpu: '100m', memory: '256Mi' },
    limits: { cpu: '500m', memory: '512Mi' },
  });
  expect(onlyContainer(thePod(aRedisStore())).resources).toEqual({
    requests: { cpu: '50m', memory: '128Mi' },
    limits: { cpu: '200m', memory: '128Mi' },
  });
});
