import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allEnvironments } from '../lib/environments/all-environments';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';

jest.setTimeout(60_000);

const JENKINSFILE = join(__dirname, 'Jenkinsfile');

/** A call that the Jenkinsfile makes, as recorded-pipeline.groovy writes it down. */
interface Call {
  readonly name: string;
  readonly arguments: readonly unknown[];
  readonly block: readonly Call[];
}

/** What came of the parameters that were tried: a Groovy takes its time to start. */
const pipelines = new Map<string, readonly Call[]>();

/** Runs the Jenkinsfile in a real Groovy, with stand-ins for what Jenkins defines. */
function thePipeline(parameters: Readonly<Record<string, string>> = {}): readonly Call[] {
  const given = { ENVIRONMENT: 'test', REVISION: 'HEAD', RESTART: '', ...parameters };
  const words = Object.entries(given).map(([name, value]) => `${name}=${value}`);
  const known = pipelines.get(words.join(' '));
  if (known !== undefined) {
    return known;
  }
  const { status, stdout, stderr } = spawnSync(
    'groovy',
    ['--encoding', 'UTF-8', join(__dirname, 'recorded-pipeline.groovy'), JENKINSFILE, ...words],
    { encoding: 'utf8', env: { ...process.env, JAVA_HOME: javaHome() } },
  );
  if (status !== 0) {
    throw new Error(`the Jenkinsfile does not run: ${stderr}`);
  }
  const calls = JSON.parse(stdout) as readonly Call[];
  pipelines.set(words.join(' '), calls);
  return calls;
}

/** Debian's groovy looks for Java in a place that is empty where Java came from elsewhere. */
function javaHome(): string {
  const debian = '/usr/lib/jvm/default-java';
  if (existsSync(debian)) {
    return debian;
  }
  const { stdout } = spawnSync('sh', ['-c', 'command -v java'], { encoding: 'utf8' });
  return process.env['JAVA_HOME'] ?? dirname(dirname(realpathSync(stdout.trim())));
}

const callsIn = (calls: readonly Call[], name: string): readonly Call[] =>
  calls.flatMap((call) => [...(call.name === name ? [call] : []), ...callsIn(call.block, name)]);

const named = (call: Call): Readonly<Record<string, unknown>> => call.arguments[0] as Readonly<Record<string, unknown>>;

/** Returns the stages that run, by what their `when` comes to. */
const stagesThatRun = (calls: readonly Call[]) =>
  callsIn(calls, 'stage')
    .filter((stage) => callsIn(stage.block, 'expression').every((condition) => condition.arguments[0] === true))
    .map((stage) => stage.arguments[0]);

testsWithProgram('groovy', () => {
  test('a build fetches, loads images, applies and verifies', () => {
    expect(stagesThatRun(thePipeline())).toEqual(['fetch', 'images', 'apply', 'verify']);
  });

  test('a restart changes nothing else', () => {
    expect(stagesThatRun(thePipeline({ RESTART: 'anomaly-alert' }))).toEqual(['restart', 'verify']);
  });

  test('every environment of the program can be chosen, test first, and has its namespace and DTR', () => {
    const [choice] = callsIn(thePipeline(), 'choice');
    const names = allEnvironments.map(({ name }) => name);
    expect(choice === undefined ? [] : named(choice)['choices']).toEqual(names);

    for (const { name, namespace, registry } of allEnvironments) {
      const settings = callsIn(callsIn(thePipeline({ ENVIRONMENT: name }), 'environment'), '=').map(
        (setting) => setting.arguments,
      );
      expect(settings).toContainEqual(['NAMESPACE', { interpolated: namespace }]);
      expect(settings).toContainEqual(['REGISTRY', registry.host]);
    }
  });

  test('what deletes or overwrites is off unless somebody asks for it', () => {
    const flags = callsIn(thePipeline(), 'booleanParam').map(named);

    expect(flags.map(({ name, defaultValue }) => [name, defaultValue])).toEqual([
      ['OVERWRITE_EDITS', false],
      ['DELETE_REMOVED', false],
    ]);
  });

  test('every step that is called is there, and every option of it is known', () => {
    const calls = callsIn(thePipeline(), 'sh').map((call) => String(call.arguments[0]));

    expect(calls.map((call) => /^sh steps\/([a-z]+\.sh) /.exec(call)?.[1])).toEqual([
      'fetch.sh',
      'images.sh',
      'apply.sh',
      'restart.sh',
      'verify.sh',
      'diagnose.sh',
    ]);
    for (const call of calls) {
      const step = readFileSync(join(__dirname, call.split(' ')[1] ?? ''), 'utf8');
      for (const option of call.match(/--[a-z-]+/g) ?? []) {
        expect(step).toContain(`  ${option}) `);
      }
    }
  });

  test('no command is put together by Groovy, which would write secrets into it, and no secret is named in one', () => {
    const calls = callsIn(thePipeline(), 'sh');

    expect(calls.map((call) => typeof call.arguments[0])).toEqual(calls.map(() => 'string'));
    expect(calls.map((call) => String(call.arguments[0])).join('\n')).not.toMatch(/PASSWORD|KUBECONFIG|echo/);
  });

  test('credentials come by id, those of an environment for itself alone', () => {
    const ids = (environment: string) =>
      [
        ...callsIn(thePipeline({ ENVIRONMENT: environment }), 'usernamePassword'),
        ...callsIn(thePipeline({ ENVIRONMENT: environment }), 'file'),
      ]
        .map((call) => named(call)['credentialsId'])
        .map((id) => (typeof id === 'string' ? id : (id as { interpolated: string }).interpolated));

    expect([...new Set(ids('prod'))]).toEqual(['znyw-svn', 'znyw-prod-dtr', 'znyw-prod-kubeconfig']);
    expect([...new Set(ids('test'))]).toEqual(['znyw-svn', 'znyw-test-dtr', 'znyw-test-kubeconfig']);
  });

  test('nothing waits for ever, and no two builds run at once', () => {
    const calls = thePipeline();
    const [top] = callsIn(calls, 'pipeline');

    expect(callsIn(calls, 'disableConcurrentBuilds')).toHaveLength(1);
    expect(
      top?.block.filter(({ name }) => name === 'options').flatMap(({ block }) => callsIn(block, 'timeout')),
    ).toHaveLength(1);
    for (const stage of callsIn(calls, 'stage')) {
      expect(callsIn(stage.block, 'timeout')).toHaveLength(1);
    }
  });

  test('a build that fails ends with the diagnosis, which cannot hide that it failed', () => {
    const [post] = callsIn(thePipeline(), 'unsuccessful');

    expect(callsIn(post?.block ?? [], 'sh').map((call) => call.arguments[0])).toEqual([
      expect.stringMatching(/^sh steps\/diagnose\.sh .* \|\| true$/),
    ]);
  });
});
