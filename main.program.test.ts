import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { build } from './lib/app/build-app';
import { allEnvironments } from './lib/environments/all-environments';

/** A copy of the program in which a test may change a file, with the packages of this one. */
let copy: string;

beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'znyw-'));
  for (const part of ['main.ts', 'cdk8s.yaml', 'package.json', 'tsconfig.json', 'cli', 'launch', 'lib', 'imports']) {
    cpSync(join(__dirname, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(__dirname, 'node_modules'), join(copy, 'node_modules'));
  mkdirSync(join(copy, 'dist', 'prod'), { recursive: true });
  writeFileSync(join(copy, 'dist', 'prod', 'focus-web.k8s.yaml'), 'the former one\n');
});

afterEach(() => {
  rmSync(copy, { recursive: true });
});

function run(command: string, ...options: readonly string[]) {
  return spawnSync(command, options, { cwd: copy, encoding: 'utf8' });
}

/** Returns all that stands in dist/, by its path there. */
function written(): ReadonlyMap<string, string> {
  const dist = join(copy, 'dist');
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((path) => [relative(dist, path), readFileSync(path, 'utf8')]));
}

/** Returns what the program as it stands makes of all environments. */
function expected(): ReadonlyMap<string, string> {
  const files = allEnvironments.flatMap((environment) =>
    [...build(environment).prepare().files].map(([file, text]) => [join(environment.name, file), text] as const),
  );
  return new Map(files);
}

/** Changes a file of the copy. */
function edit(file: string, from: string, to: string): void {
  const text = readFileSync(join(copy, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(copy, file), text.replace(from, to));
}

test('npm run synth writes dist/ and ends with the table on standard error', () => {
  const { status, stderr } = run('npm', 'run', '--silent', 'synth');

  expect(status).toBe(0);
  expect(stderr).toMatch(/^prod +[\d.]+ CPU \S+ +8 CPU 32Gi +\S+ +[\d.]+ CPU \S+ +5\.6 CPU 22Gi +\d+$/m);
  expect(written()).toEqual(expected());
});

test('npx cdk8s synth, with no arguments, writes the same files, byte for byte', () => {
  const { status } = run('npx', 'cdk8s', 'synth');

  expect(status).toBe(0);
  expect(written()).toEqual(expected());
});

test('npm run synth of a request that is too large exits with 1, no stack, and the former dist/', () => {
  edit(
    'lib/environments/standard-workloads.ts',
    "'anomaly-influx': size(800, 2500, 4096)",
    "'anomaly-influx': size(5600, 5600, 4096)",
  );

  const { status, stderr } = run('npm', 'run', '--silent', 'synth');

  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^error requests-within-quota test: the workloads request [\d.]+ CPU; the container cloud allows 8 /m,
  );
  expect(stderr).not.toMatch(/\n\s+at .*\.ts:\d+/);
  expect(readFileSync(join(copy, 'dist/prod/focus-web.k8s.yaml'), 'utf8')).toBe('the former one\n');
  expect(existsSync(join(copy, 'dist/test'))).toBe(false);
});

test('a wrong type is told by file and line, and the former dist/ stays', () => {
  edit('lib/environments/prod.ts', "name: 'prod'", 'name: 1');

  const { status, stderr } = run('npm', 'run', '--silent', 'synth');

  expect(status).toBe(1);
  expect(stderr).toContain('lib/environments/prod.ts(');
  expect(stderr).toContain("error TS2322: Type 'number' is not assignable to type 'string'.");
  expect(stderr).toContain('nothing was written\n');
  expect(readFileSync(join(copy, 'dist/prod/focus-web.k8s.yaml'), 'utf8')).toBe('the former one\n');
});

test('what a synth keeps of its compiled program is not used once a source has changed', () => {
  const unchanged = run('npm', 'run', '--silent', 'synth');
  const file = join(copy, 'dist/prod/anomaly-influx.k8s.yaml');
  const before = readFileSync(file, 'utf8');
  edit('lib/environments/standard-workloads.ts', "'anomaly-influx': size(800,", "'anomaly-influx': size(790,");

  const changed = run('npm', 'run', '--silent', 'synth');

  expect([unchanged.status, changed.status]).toEqual([0, 0]);
  expect(before).toContain('cpu: 800m');
  expect(readFileSync(file, 'utf8')).toContain('cpu: 790m');
});

test('a mistake in a stack is told with its line, and without a stack', () => {
  edit(
    'lib/stacks/anomaly-stack.ts',
    "{ kpi: 'host', batchInterval: Duration.seconds(45) }",
    "{ kpi: 'host', batchInterval: Duration.seconds(90) }",
  );

  const { status, stderr } = run('npm', 'run', '--silent', 'synth');

  expect(status).toBe(1);
  expect(stderr).toMatch(
    /error environment prod: anomaly-stream-host has a batch interval of 90 s and may take 930 s to stop \(10 batches and 30 s\); its grace period is 600 s; shorten the interval to 57 s or set gracePeriod to 930 s\n {2}at lib\/stacks\/anomaly-stack\.ts, line \d+\n/,
  );
  expect(stderr).not.toContain('node_modules');
});
