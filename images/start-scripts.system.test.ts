import { readdirSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ScriptSandbox } from '../lib/workloads/testing/script-sandbox';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { installImage, isThere, recorded, recordingStandIn, startImage, until } from './running-image';
import { testsInEachShell } from './shells';

const IMAGES = ['alpine-java', 'autotrin', 'focus-web', 'hadoop_krb5'] as const;

/** An image, what starts it as the workloads write it, and what it becomes. */
const STARTS = [
  {
    image: 'focus-web',
    args: ['focus_web.wsgi:application'],
    variables: { GUNICORN_CMD_ARGS: '--bind=0.0.0.0:8000 --workers=2', MYSQL_PASSWORD: 'a $secret' },
    program: 'gunicorn',
    called: ['focus_web.wsgi:application'],
  },
  {
    image: 'autotrin',
    args: [],
    variables: {
      TRAINING_SCHEDULE: '0 4 * * 6',
      TRAIN_API_URL: 'http://anomaly-train-api:8080',
      MONGO_PASSWORD: 'a $secret',
    },
    program: 'python',
    called: ['-m', 'autotrin'],
  },
  {
    image: 'alpine-java',
    args: [],
    variables: {
      APPLICATION: 'query-api',
      JAVA_TOOL_OPTIONS: '-XX:MaxRAMPercentage=60.0',
      MONGO_PASSWORD: 'a $secret',
    },
    program: 'java',
    called: ['-jar', '/data/opt/znyw/query-api.jar'],
  },
] as const;

function aSandboxWith(image: string, use: (sandbox: ScriptSandbox) => Promise<void>): Promise<void> {
  return ScriptSandbox.use(async (sandbox) => {
    installImage(sandbox, image);
    for (const program of ['gunicorn', 'python', 'java']) {
      recordingStandIn(sandbox, program);
    }
    for (const jar of ['alert', 'query-api']) {
      sandbox.write(`/data/opt/znyw/${jar}.jar`, '');
    }
    await use(sandbox);
  });
}

testsInEachShell((shell) => {
  test.each(STARTS)('$image becomes $program, which gets SIGTERM', ({ image, args, variables, program, called }) =>
    aSandboxWith(image, async (sandbox) => {
      sandbox.write(`/run/${program}.stays`, '');
      const running = startImage(sandbox, shell, args, variables);
      await until(`${program} runs`, () => isThere(sandbox, `/run/${program}.call`));

      running.signal('SIGTERM');

      expect(await running.ended).toBe(143);
      expect(sandbox.read(`/run/${program}.signals`)).toBe('SIGTERM\n');
      expect(recorded(sandbox, program, 'pid')).toEqual([`${running.pid}`]);
      expect(recorded(sandbox, program, 'arg')).toEqual(called.map((word) => sandbox.translate(word)));
      const environment = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
      expect(recorded(sandbox, program, 'env')).toEqual(expect.arrayContaining(environment));
      expect(running.log()).not.toContain('secret');
    }),
  );

  test.each(STARTS)('$image ends as $program does', ({ image, args, variables, program }) =>
    aSandboxWith(image, async (sandbox) => {
      sandbox.write(`/run/${program}.code`, '7');

      expect(await startImage(sandbox, shell, args, variables).ended).toBe(7);
    }),
  );

  test.each(STARTS)('$image with DEBUG_HOLD starts nothing, needs nothing, and ends when it is asked to', (start) =>
    aSandboxWith(start.image, async (sandbox) => {
      const running = startImage(sandbox, shell, start.args, { DEBUG_HOLD: 'true' });
      await until('it holds', () => running.log().includes('DEBUG_HOLD is true'));

      running.signal('SIGTERM');

      expect(await running.ended).toBe(0);
      expect(isThere(sandbox, `/run/${start.program}.call`)).toBe(false);
    }),
  );

  test.each([
    ['focus-web', 'GUNICORN_CMD_ARGS'],
    ['autotrin', 'TRAINING_SCHEDULE'],
    ['alpine-java', 'APPLICATION'],
  ])('%s without %s says so and ends', (image, variable) =>
    aSandboxWith(image, async (sandbox) => {
      const running = startImage(sandbox, shell, [], {});

      expect(await running.ended).toBe(1);
      expect(running.log()).toBe(
        `start: the variable ${variable} is not set; the YAML of the workload has to set it\n`,
      );
    }),
  );

  test('alpine-java names the applications that it has where it has not the one that is asked for', () =>
    aSandboxWith('alpine-java', async (sandbox) => {
      const running = startImage(sandbox, shell, [], { APPLICATION: 'query' });

      expect(await running.ended).toBe(1);
      expect(running.log()).toBe(
        'start: APPLICATION is "query", for which this image has no jar; it has: alert query-api\n',
      );
    }));

  test('autotrin does not live on the sign of life of the container before it', () =>
    aSandboxWith('autotrin', async (sandbox) => {
      sandbox.write('/tmp/heartbeat', '');

      await startImage(sandbox, shell, [], { TRAINING_SCHEDULE: '0 4 * * 6', TRAIN_API_URL: 'http://a' }).ended;

      expect(isThere(sandbox, '/tmp/heartbeat')).toBe(false);
    }));
});

testsWithProgram('shellcheck', () => {
  test.each(IMAGES)('shellcheck has nothing to say of the start script of %s and what it reads', (image) => {
    const { stdout, status } = spawnSync(
      'shellcheck',
      ['--external-sources', '--check-sourced', '--source-path=SCRIPTDIR', join(__dirname, image, 'start.sh')],
      { encoding: 'utf8' },
    );

    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});

test.each(IMAGES)('the start script of %s reads every other script that its image has', (image) => {
  const script = readFileSync(join(__dirname, image, 'start.sh'), 'utf8');
  const others = [...readdirSync(join(__dirname, 'start')), ...readdirSync(join(__dirname, image))].filter(
    (name) => name.endsWith('.sh') && name !== 'start.sh',
  );

  expect(others.filter((name) => !script.includes(`. "$start/${name}"`))).toEqual([]);
});
