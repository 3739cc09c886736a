import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

/** Runs `npx znyw` as a person does. */
function znyw(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync('npx', ['znyw', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    input,
    env: { ...process.env, LANG: 'C', LC_ALL: 'C', NO_UPDATE_NOTIFIER: '1' },
  });
  return { status, stdout, stderr };
}

test('npx znyw check reads standard input, and its exit code gets out', () => {
  const input = readFileSync(join(ROOT, 'dist/prod/focus-web.k8s.yaml'), 'utf8');

  const good = znyw(['check', '--environment', 'prod', '--rule', 'limits-within-vm', '-'], input);
  const bad = znyw(['check', '-'], 'a: [');

  expect(good.status).toBe(0);
  expect(good.stdout).toContain('limits of one file');
  expect(bad.status).toBe(3);
  expect(bad.stdout).toContain('not read -: line 1: is not YAML: ');
});

test('wrong usage exits with 2 and says so on standard error', () => {
  const { status, stdout, stderr } = znyw(['check', '--enviroment', 'prod']);

  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('error: unknown option "--enviroment"; did you mean "--environment"?');
});

test('the help loads neither cdk8s, nor a YAML parser, nor the rules', () => {
  const loaded = `
    const { runCommand } = require('./cli/run-command.ts');
    const terminal = { out() {}, err() {}, env: {}, stdin() {}, isTerminal: false, errIsTerminal: false };
    runCommand(['check', '--help'], terminal).then(() => console.log(Object.keys(require.cache).join('\\n')));`;

  const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', '-e', loaded], { cwd: ROOT, encoding: 'utf8' });

  expect(stdout).toContain('cli/check.ts');
  expect(stdout).not.toMatch(/node_modules\/(?:cdk8s|yaml)|all-rules/);
});

test('a command that builds the environments in memory writes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'znyw-'));

  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'cli/znyw.js'), 'images'], {
    cwd: folder,
    encoding: 'utf8',
  });

  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
