import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cpu } from 'cdk8s-plus-27';
import { build } from './build-app';
import type { Environment } from '../environments/environment';
import { prod } from '../environments/prod';
import { test as testEnvironment } from '../environments/test';
import { JavaService } from '../workloads/java-service';
import type { Stack } from '../workloads/stack';
import type { EnvironmentApp } from './environment-app';
import { runSynthesis } from './run-synthesis';
import type { Build } from './synthesize-environments';

let scratch: string;

beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(scratch, { recursive: true });
});

/** Runs a synth into `<scratch>/dist`; returns the exit code and what it said. */
function synthesize(environments: readonly Environment[], making: Build = build): { code: number; said: string } {
  let said = '';
  const stream = { write: (text: string) => (said += text) };
  return { code: runSynthesis(environments, making, join(scratch, 'dist'), stream), said };
}

function anomalyOf(app: EnvironmentApp): Stack {
  return app.node.findChild('anomaly') as Stack;
}

const web = prod.workloads['focus-web'];
const hungry: Environment = {
  ...prod,
  workloads: {
    ...prod.workloads,
    'focus-web': { ...web, cpu: { request: Cpu.millis(5600), limit: Cpu.millis(5600) } },
  },
};

test('a synth writes a folder for each environment and says what is used and allowed', () => {
  const { code, said } = synthesize([testEnvironment, prod]);

  expect(code).toBe(0);
  const amounts = expect.stringMatching(/^[\d.]+ CPU [\d.]+[GM]i$/) as string;
  const row = (name: string) => [
    name,
    amounts,
    '8 CPU 32Gi',
    expect.any(String),
    amounts,
    '5.6 CPU 22Gi',
    expect.any(String),
  ];
  expect(said.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
    ['environment', 'requests', 'allowed', 'fullest YAML', 'limits', 'allowed', 'files'],
    row('test'),
    row('prod'),
    [''],
  ]);
  expect(readdirSync(join(scratch, 'dist'))).toEqual(['prod', 'test']);
  expect(readdirSync(scratch)).toEqual(['dist']);
});

test('a synth that is not refused says what it was warned of, before the table', () => {
  const { code, said } = synthesize([
    {
      ...testEnvironment,
      workloads: { ...testEnvironment.workloads, 'focus-web': { ...web, debugHold: true } },
    },
  ]);

  expect(code).toBe(0);
  expect(said).toMatch(/^warning debug-hold Deployment\/znyw-test\/focus-web/);
  expect(said).toMatch(/\nenvironment +requests/);
});

test('a hold in production is refused', () => {
  const { code, said } = synthesize([
    { ...prod, workloads: { ...prod.workloads, 'focus-web': { ...web, debugHold: true } } },
  ]);

  expect(code).toBe(1);
  expect(said).toMatch(/^error debug-hold Deployment\/znyw-prod\/focus-web/);
});

test('a folder in which nothing changes is left as it is, and one that somebody edited is not', () => {
  synthesize([testEnvironment, prod]);
  const [kept, edited] = ['prod', 'test'].map((name) => join(scratch, 'dist', name, 'focus-web.k8s.yaml'));
  const before = statSync(kept ?? '');
  const text = readFileSync(edited ?? '', 'utf8');
  writeFileSync(edited ?? '', text.replace('replicas: 1', 'replicas: 2'));

  expect(synthesize([testEnvironment, prod]).code).toBe(0);

  expect(statSync(kept ?? '').ino).toBe(before.ino);
  expect(readFileSync(edited ?? '', 'utf8')).toBe(text);
});

test('a refused synth leaves what was there, and says every reason of every environment', () => {
  synthesize([testEnvironment, prod]);
  const before = readFileSync(join(scratch, 'dist/prod/focus-web.k8s.yaml'), 'utf8');

  const { code, said } = synthesize([{ ...hungry, name: 'test', namespace: 'znyw-test' }, hungry]);

  expect(code).toBe(1);
  expect(said).toMatch(
    /^error requests-within-quota test: the workloads request [\d.]+ CPU; the container cloud allows 8 /m,
  );
  expect(said).toMatch(
    /^error requests-within-quota prod: the workloads request [\d.]+ CPU; the container cloud allows 8 /m,
  );
  expect(said.endsWith('\nnothing was written\n')).toBe(true);
  expect(readFileSync(join(scratch, 'dist/prod/focus-web.k8s.yaml'), 'utf8')).toBe(before);
  expect(readdirSync(scratch)).toEqual(['dist']);
});

test('a refused first synth makes no folder', () => {
  expect(synthesize([hungry]).code).toBe(1);

  expect(existsSync(join(scratch, 'dist'))).toBe(false);
});

test('the folder of an environment that is no more goes; what somebody else put there stays', () => {
  synthesize([testEnvironment, prod]);
  mkdirSync(join(scratch, 'dist', 'notes'));
  writeFileSync(join(scratch, 'dist', 'notes', 'why.txt'), 'mine');
  writeFileSync(join(scratch, 'dist', 'prod', 'left-over.k8s.yaml'), '');

  synthesize([prod]);

  expect(readdirSync(join(scratch, 'dist'))).toEqual(['notes', 'prod']);
  expect(readdirSync(join(scratch, 'dist', 'prod'))).not.toContain('left-over.k8s.yaml');
});

test('what a killed synth had taken away and not replaced is brought back by the next one, even a refused one', () => {
  const killed = spawnSync(process.execPath, ['-e', '']).pid;
  const staging = join(scratch, `.dist-${killed}-abc`);
  mkdirSync(join(staging, 'prod.former'), { recursive: true });
  writeFileSync(join(staging, 'prod.former', 'focus-web.k8s.yaml'), 'the former one');

  expect(synthesize([hungry]).code).toBe(1);

  expect(readFileSync(join(scratch, 'dist/prod/focus-web.k8s.yaml'), 'utf8')).toBe('the former one');
  expect(readdirSync(scratch)).toEqual(['dist']);
});

test('the folder of a synth that is still running is left alone', () => {
  const staging = `.dist-${process.ppid}-abc`;
  mkdirSync(join(scratch, staging));

  synthesize([prod]);

  expect(readdirSync(scratch)).toEqual([staging, 'dist']);
});

test('an output folder that cannot be written is told without a stack', () => {
  writeFileSync(join(scratch, 'dist'), 'a file');

  const { code, said } = synthesize([prod]);

  expect(code).toBe(1);
  expect(said).toMatch(/^error: .*dist cannot be written: EEXIST: .*\n {2}to fix: Move away what has its name/);
});

test('data that lack a part are refused with how to find out which', () => {
  const { mailRelay: _left, ...incomplete } = prod;

  // What tsx would run, as nobody has checked the types.
  const { code, said } = synthesize([incomplete as unknown as Environment]);

  expect(code).toBe(1);
  expect(said).toMatch(
    /^error environment prod:\n {2}the data are not complete \(.*\)\n {2}to fix: Run npm run types, which names what is missing in lib\/environments\/prod.ts\.\n/,
  );
});

test('two environments of one name are refused before anything is built', () => {
  const building = jest.fn(build);

  expect(synthesize([prod, { ...testEnvironment, name: 'prod' }], building).said).toBe(
    `error environment prod:
  2 environments have this name; 1 may, as it names the folder in dist/
  to fix: Rename one of them, or take it from lib/environments/all-environments.ts.
nothing was written
`,
  );
  expect(building).not.toHaveBeenCalled();
});

test('two workloads of one name are refused, with the file to open', () => {
  const { code, said } = synthesize([prod], (environment) => {
    const app = build(environment);
    new JavaService(anomalyOf(app), 'alert', { summary: 'another' });
    return app;
  });

  expect(code).toBe(1);
  expect(said).toBe(
    'error environment prod: there are 2 workloads "anomaly-alert"; a name may stand once, rename one in lib/stacks/anomaly-stack.ts\n' +
      'nothing was written\n',
  );
});

test('a connection to a workload of another environment is refused', () => {
  const tests = build(testEnvironment);

  const { said } = synthesize([prod], (environment) => {
    const app = build(environment);
    const alert = anomalyOf(app).node.findChild('alert') as JavaService;
    alert.connectTo(anomalyOf(tests).node.findChild('config-api') as JavaService);
    return app;
  });

  expect(said).toContain(
    'anomaly-alert of environment "prod" cannot be connected to anomaly-config-api of environment "test"; connect workloads of one environment',
  );
});

test('a workload without a size is refused, with where to add one', () => {
  const { said } = synthesize([prod], (environment) => {
    const app = build(environment);
    new JavaService(anomalyOf(app), 'forecast', { summary: 'new' });
    return app;
  });

  expect(said).toContain(
    'error: environment "prod" has no size for the workload anomaly-forecast\n' +
      '  to fix: Add "anomaly-forecast" to lib/environments/standard-workloads.ts, or to lib/environments/prod.ts.\n',
  );
});

test('a bug of ours is not taken for a refusal', () => {
  expect(() =>
    synthesize([prod], () => {
      throw new TypeError('undefined is not a function');
    }),
  ).toThrow(TypeError);
});
