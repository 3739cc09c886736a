import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..');

let copy: string;
let kept: string;

/** A program of one file, with what runs it. */
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'znyw-'));
  kept = join(copy, 'node_modules', '.cache', 'znyw');
  cpSync(join(ROOT, 'launch'), join(copy, 'launch'), { recursive: true });
  mkdirSync(join(copy, 'node_modules'));
  symlinkSync(join(ROOT, 'node_modules', 'esbuild'), join(copy, 'node_modules', 'esbuild'));
  writeFileSync(
    join(copy, 'main.ts'),
    'const greeting: string = process.argv[2] ?? "";\nconsole.log("first", greeting);\n',
  );
});

afterEach(() => {
  rmSync(copy, { recursive: true });
});

function run(word: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, 'launch/run.js'), 'main.ts', word], {
    cwd: tmpdir(),
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('a program is kept with its map and what V8 made of it, and runs from there with other arguments', () => {
  expect(run('a')).toEqual({ status: 0, stdout: 'first a\n', stderr: '' });
  const names = readdirSync(kept).map((name) => name.replace(/^[0-9a-f]{32}/, '<key>'));
  expect(names.sort()).toEqual(['<key>-main.ts.js', '<key>-main.ts.js.a.v8', '<key>-main.ts.js.map']);

  expect(run('b')).toEqual({ status: 0, stdout: 'first b\n', stderr: '' });
});

test('an edited source is compiled anew', () => {
  run('a');
  writeFileSync(join(copy, 'main.ts'), 'console.log("second");\n');

  expect(run('a')).toEqual({ status: 0, stdout: 'second\n', stderr: '' });
});

test('a source that is not looked at for changes is no part of a program', () => {
  mkdirSync(join(copy, 'cli'));
  writeFileSync(join(copy, 'cli', 'above.ts'), 'export const above = 1;\n');
  writeFileSync(join(copy, 'main.ts'), "import { above } from './cli/above';\nconsole.log(above);\n");

  const { status, stdout, stderr } = run('a');

  expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
  expect(stderr).toContain('main.ts uses cli/above.ts, and launch/source-key.js does not look there for its changes');
});

test('a text in any script is the same from the second run on, also where it is a pattern', () => {
  writeFileSync(
    join(copy, 'main.ts'),
    'console.log("中文", String.raw`😀 µ`, /中µ/.source, "中µ".replace(/中/, "文"));\n',
  );

  expect(run('a').stdout).toBe('中文 😀 µ 中µ 文µ\n');
  expect(run('a').stdout).toBe('中文 😀 µ 中µ 文µ\n');
});

test('of many edits the last few are kept, with all that belongs to them', () => {
  for (let edit = 1; edit <= 16; edit += 1) {
    writeFileSync(join(copy, 'main.ts'), `console.log("edit ${edit}");\n`);
    run('a');
  }

  expect(new Set(readdirSync(kept).map((name) => name.slice(0, 32))).size).toBe(12);
  expect(readdirSync(kept)).toHaveLength(12 * 3);
});

test('a mistake is told with its line also where the map was deleted', () => {
  writeFileSync(join(copy, 'main.ts'), '\n\nthrow new Error("no");\n');
  run('a');
  for (const name of readdirSync(kept)) if (name.endsWith('.map')) rmSync(join(kept, name));

  expect(run('a').stderr).toContain(`at ${join(copy, 'main.ts')}:3:7`);
});

test('where nothing can be kept, the program runs all the same', () => {
  writeFileSync(join(copy, 'node_modules', '.cache'), 'a file in the way of the folder');

  expect(run('a')).toEqual({ status: 0, stdout: 'first a\n', stderr: '' });
});

test('what V8 made is made anew where it is broken', () => {
  run('a');
  const name = readdirSync(kept).find((file) => file.endsWith('.v8')) ?? '';
  writeFileSync(join(kept, name), 'not what V8 makes');

  expect(run('a')).toEqual({ status: 0, stdout: 'first a\n', stderr: '' });
});

test('a mistake is told with the line of its source, and one of the syntax with its place', () => {
  writeFileSync(
    join(copy, 'main.ts'),
    'type Unused = string;\n\nfunction fail(): never {\n  throw new Error("no");\n}\n\nfail();\n',
  );
  expect(run('a').stderr).toContain(`at fail (${join(copy, 'main.ts')}:4:9)`);

  writeFileSync(join(copy, 'main.ts'), 'const = 5;\n');
  expect(run('a').stderr).toContain('main.ts:1:6: ERROR: Expected identifier but found "="');
});
