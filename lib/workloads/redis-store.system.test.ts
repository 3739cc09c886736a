import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './testing/free-port';
import { onlyContainer, theContainer, theFiles, theObject, type RenderedCronJob } from './testing/rendered-objects';
import { ScriptSandbox } from './testing/script-sandbox';
import { aRedisStore } from './testing/testing-stores';
import { testsWithProgram } from './testing/tests-with-program';

/** Before it sends a snapshot, redis-server waits 5 seconds for others who want one. */
const LONGER_THAN_THE_SERVER_WAITS = 20_000;

const PASSWORD = 'a $secret';

/** A redis-server as the container runs it, in a sandbox and on a free port. */
interface RunningRedis {
  readonly sandbox: ScriptSandbox;
  readonly port: number;
  readonly process: ChildProcess;
  /** Runs redis-cli and returns what it prints. */
  readonly ask: (words: readonly string[], password?: string) => string;
}

async function withRedis(use: (redis: RunningRedis) => void | Promise<void>): Promise<void> {
  await ScriptSandbox.use(async (sandbox) => {
    const port = await freePort();
    const process = start(sandbox, port);
    const ask = (words: readonly string[], password = PASSWORD) =>
      sandbox.run(['redis-cli', '-p', `${port}`, ...words], { REDISCLI_AUTH: password }).stdout.trim();
    try {
      for (let attempt = 0; attempt < 100 && ask(['ping']) !== 'PONG'; attempt += 1) {
        await sleep(50);
      }
      await use({ sandbox, port, process, ask });
    } finally {
      await end(process);
    }
  });
}

function start(sandbox: ScriptSandbox, port: number): ChildProcess {
  const store = aRedisStore();
  const conf = theFiles(store, 'focus-redis')['redis.conf'] ?? '';
  sandbox.run(['mkdir', '-p', '/etc/redis']);
  sandbox.write('/etc/redis/redis.conf', sandbox.translate(conf).replace('port 6379', `port ${port}`));
  const { command = [], args = [] } = theContainer(store, 'focus-redis');
  const [program = '', ...rest] = [...command, ...args].map((word) => sandbox.translate(word));
  return spawn(program, rest, { env: sandbox.environment({ REDISCLI_AUTH: PASSWORD }), stdio: 'ignore' });
}

async function end(process: ChildProcess): Promise<number | null> {
  if (process.exitCode === null) {
    process.kill('SIGTERM');
    await once(process, 'exit');
  }
  return process.exitCode;
}

/** Runs the backup of the store against the server of the test. */
function backUp({ sandbox, port }: RunningRedis, password: string) {
  const { spec } = theObject<RenderedCronJob>(aRedisStore(), 'CronJob', 'focus-redis-backup');
  const { command = [], args = [] } = onlyContainer(spec.jobTemplate.spec.template.spec);
  const here = args.map((word) => word.replace('-h focus-redis -p 6379', `-h 127.0.0.1 -p ${port}`));
  return sandbox.run([...command, ...here], { REDISCLI_AUTH: password });
}

testsWithProgram('redis-server', () => {
  test('it takes its password from standard input, and nobody in without it', () =>
    withRedis(({ ask }) => {
      expect(ask(['ping'])).toBe('PONG');
      expect(ask(['ping'], '')).toContain('NOAUTH');
      expect(ask(['ping'], 'wrong')).toContain('NOAUTH');
    }));

  test('it takes half of the memory limit, and refuses what is more', () =>
    withRedis(({ ask }) => {
      expect(ask(['config', 'get', 'maxmemory'])).toBe(`maxmemory\n${256 * 1024 * 1024}`);
      expect(ask(['config', 'get', 'maxmemory-policy'])).toBe('maxmemory-policy\nnoeviction');
    }));

  test('its probe is a yes with the password, and a no without', () =>
    withRedis(({ sandbox, port }) => {
      const { startupProbe } = theContainer(aRedisStore(), 'focus-redis');
      const here = (startupProbe?.exec?.command ?? []).map((word) =>
        word.replace('redis-cli ping', `redis-cli -p ${port} ping`),
      );

      expect(sandbox.run(here, { REDISCLI_AUTH: PASSWORD }).status).toBe(0);
      expect(sandbox.run(here, { REDISCLI_AUTH: 'wrong' }).status).not.toBe(0);
    }));

  test('what it was told outlives a stop', () =>
    withRedis(async ({ sandbox, ask, process }) => {
      ask(['set', 'job', '7']);

      expect(await end(process)).toBe(0);

      expect(sandbox.list('/data')).toContain('appendonlydir');
    }));

  test(
    'a backup holds what the server holds',
    () =>
      withRedis((redis) => {
        redis.ask(['set', 'job-of-today', '7']);

        expect(backUp(redis, PASSWORD).status).toBe(0);

        const [backup = '', ...others] = redis.sandbox.list('/backup');
        expect(others).toEqual([]);
        expect(backup).toMatch(/^\d{8}-\d{6}\.rdb$/);
        expect(redis.sandbox.read(`/backup/${backup}`)).toMatch(/^REDIS\d{4}[^]*job-of-today/);
      }),
    LONGER_THAN_THE_SERVER_WAITS,
  );

  test('a backup that is not let in ends as failed, and leaves what is there', () =>
    withRedis((redis) => {
      redis.sandbox.write('/backup/20240101-000000.rdb', 'old');
      redis.sandbox.run(['touch', '-d', '2024-01-01', '/backup/20240101-000000.rdb']);

      expect(backUp(redis, 'wrong').status).not.toBe(0);

      expect(redis.sandbox.list('/backup').filter((name) => name.endsWith('.rdb'))).toEqual(['20240101-000000.rdb']);
    }));

  test('a backup of a server that is away ends as failed, and leaves what is there', () =>
    withRedis(async (redis) => {
      redis.sandbox.write('/backup/20240101-000000.rdb', 'old');
      redis.sandbox.run(['touch', '-d', '2024-01-01', '/backup/20240101-000000.rdb']);
      await end(redis.process);

      expect(backUp(redis, PASSWORD).status).not.toBe(0);

      expect(redis.sandbox.list('/backup').filter((name) => name.endsWith('.rdb'))).toEqual(['20240101-000000.rdb']);
    }));
});
