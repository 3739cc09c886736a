import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Size } from 'cdk8s';
import { RedisStore } from './redis-store';
import { theContainer, theFiles, theVariables } from './testing/rendered-objects';
import { ScriptSandbox } from './testing/script-sandbox';
import { aStack } from './testing/testing-stack';
import { aRedisStore } from './testing/testing-stores';
import { TestingWorkload } from './testing/testing-workload';

/** Starts the container's command line in a sandbox. */
function start(sandbox: ScriptSandbox, password: string): ChildProcess {
  const { command = [], args = [] } = theContainer(aRedisStore(), 'focus-redis');
  const [program = '', ...rest] = [...command, ...args].map((word) => sandbox.translate(word));
  return spawn(program, rest, { env: sandbox.environment({ REDISCLI_AUTH: password }), stdio: 'ignore' });
}

async function untilThereIs(sandbox: ScriptSandbox, name: string): Promise<void> {
  while (!sandbox.list('/data').includes(name)) {
    await sleep(10);
  }
}

test.each([
  [512, '256mb'],
  [1024, '512mb'],
  [513, '256mb'],
])('of a limit of %d Mi redis takes %s, as saving may double it', (mebibytes, maxmemory) => {
  const memory = { request: Size.mebibytes(mebibytes), limit: Size.mebibytes(mebibytes) };

  const conf = theFiles(aRedisStore({ workloads: { 'focus-redis': { memory } } }), 'focus-redis')['redis.conf'];

  expect(conf?.split('\n')).toContain(`maxmemory ${maxmemory}`);
});

test('a queue that is full refuses what is new, and what it holds outlives a restart', () => {
  const lines = theFiles(aRedisStore(), 'focus-redis')['redis.conf']?.split('\n');

  expect(lines).toEqual(expect.arrayContaining(['maxmemory-policy noeviction', 'appendonly yes', 'dir /data']));
});

test('a client gets the address and a reference to the password', () => {
  const stack = aStack({ id: 'focus' });

  new TestingWorkload(stack, 'web').connectTo(new RedisStore(stack, 'redis'));

  expect(theVariables(stack, 'focus-web')).toEqual({
    REDIS_HOST: 'focus-redis',
    REDIS_PORT: '6379',
    REDIS_PASSWORD: { secretKeyRef: { name: 'focus-redis-credentials', key: 'redis-password' } },
  });
});

test('redis-server reads its file, and the password from standard input', () =>
  ScriptSandbox.use(async (sandbox) => {
    sandbox.standIn('redis-server', `printf '%s\\n' "$@" > /data/arguments; cat > /data/input`);

    const [status] = (await once(start(sandbox, 'a $b "c'), 'exit')) as [number | null];

    expect(status).toBe(0);
    expect(sandbox.read('/data/arguments')).toBe(`${sandbox.translate('/etc/redis/redis.conf')}\n-\n`);
    expect(sandbox.read('/data/input')).toBe('requirepass "a $b "c"\n');
  }));

test('redis-server is the process that is asked to stop', () =>
  ScriptSandbox.use(async (sandbox) => {
    sandbox.standIn(
      'redis-server',
      `trap 'echo stopped > /data/end; exit 0' TERM
echo $$ > /data/process
while :; do sleep 0.05; done`,
    );
    const process = start(sandbox, 'secret');
    await untilThereIs(sandbox, 'process');

    process.kill('SIGTERM');
    await once(process, 'exit');

    expect(sandbox.read('/data/process')).toBe(`${process.pid}\n`);
    expect(sandbox.list('/data')).toContain('end');
  }));
