import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTemporaryFolder } from './temporary-folder';

let sandbox: string;

beforeEach(() => {
  sandbox = mkdtempSync(join(tmpdir(), 'znyw-test-'));
});

afterEach(() => {
  rmSync(sandbox, { recursive: true });
});

/** Makes a folder in the sandbox with a file in it. */
function leave(name: string): string {
  const path = join(sandbox, name);
  mkdirSync(path);
  writeFileSync(join(path, 'a'), 'a');
  return path;
}

test('only its owner can read it', () => {
  expect(statSync(makeTemporaryFolder(sandbox)).mode & 0o777).toBe(0o700);
});

test('what a process left that is no more is removed, and nothing else', () => {
  const { pid } = spawnSync('true');
  const left = leave(`znyw-publish-${pid}-abc123`);
  const used = leave(`znyw-publish-${process.pid}-abc123`);
  const other = leave(`znyw-publish-${pid}-abc123.keep`);

  makeTemporaryFolder(sandbox);

  expect([left, used, other].map((path) => existsSync(path))).toEqual([false, true, true]);
});
