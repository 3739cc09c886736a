import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');
const OURS = join(__dirname, 'cdk8s.js');
const UNMODIFIED = join(ROOT, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(cli: string, ...args: readonly string[]) {
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false' };
  return spawnSync(process.execPath, [cli, ...args], { cwd: folder, encoding: 'utf8', env });
}

test('npm ci has linked the command cdk8s to ours', () => {
  expect(realpathSync(join(ROOT, 'node_modules', '.bin', 'cdk8s'))).toBe(OURS);
});

test('it says the version and the help of the CLI', () => {
  expect(run(OURS, '--version').stdout).toBe(run(UNMODIFIED, '--version').stdout);
  expect(run(OURS, 'synth', '--help').stdout).toBe(run(UNMODIFIED, 'synth', '--help').stdout);
});

test('the import of a custom resource, whose generators are loaded then, writes the same', () => {
  const version = { name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } };
  const names = { kind: 'Widget', plural: 'widgets' };
  const spec = { group: 'example.com', names, scope: 'Namespaced', versions: [version] };
  const metadata = { name: 'widgets.example.com' };
  const crd = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', metadata, spec };
  writeFileSync(join(folder, 'crd.yaml'), JSON.stringify(crd));

  const [ours, unmodified] = [OURS, UNMODIFIED].map((cli, index) => {
    const { status } = run(cli, 'import', 'crd.yaml', '--language', 'typescript', '--output', `imports-${index}`);
    return { status, text: readFileSync(join(folder, `imports-${index}`, 'example.com.ts'), 'utf8') };
  });

  expect(ours).toEqual(unmodified);
  expect(ours?.status).toBe(0);
});

test('it looks for no newer version, which a closed network would not answer', () => {
  const { CDK8S_CHECK_UPGRADE: _, ...env } = process.env;
  writeFileSync(join(folder, 'cdk8s.yaml'), 'language: typescript\napp: mkdir dist\n');

  const { status, stderr } = spawnSync(process.execPath, [OURS, 'synth'], { cwd: folder, encoding: 'utf8', env });

  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.not.stringContaining('new version') });
});
