import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..');

let copy: string;
let kept: string;

/** A program of one file, with what runs it. */
beforeEach(() => {
  copy = mkdtempSync(join(tmpdir(), 'znyw-'));
  kept = join(copy, 'node_modules', '.cache', 'znyw');
  cpSync(join(ROOT, 'launch'), join(copy, 'launch'), { recursive: true });
  mkdirSync(join(copy, 'node_modules'));
  writeFileSync(join(copy, 'node_modules', '.package-lock.json'), '{}\n');
  for (const name of ['esbuild', 'typescript', '@types', 'undici-types']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(copy, 'node_modules', name));
  }
  cpSync(join(ROOT, 'tsconfig.json'), join(copy, 'tsconfig.json'));
  writeFileSync(
    join(copy, 'main.ts'),
    'const greeting: string = process.argv[2] ?? "";\nconsole.log("first", greeting);\n',
  );
});

afterEach(() => {
  rmSync(copy, { recursive: true });
});

function start(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: tmpdir(), encoding: 'utf8' });
  return { status, stdout, stderr };
}

function run(word: string) {
  return start(join(copy, 'launch/run.js'), 'main.ts', word);
}

function synth(...options: readonly string[]) {
  return start(...options, join(copy, 'launch/synth.js'));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(copy, file)), { recursive: true });
  writeFileSync(join(copy, file), text);
}

/** Returns the options that make a process edit the program after it has looked at it, and before esbuild does. */
function editedMeanwhile(text: string): readonly string[] {
  write(
    'edit.js',
    `const Module = require('node:module');
     const load = Module._load;
     Module._load = (request, ...rest) => {
       if (request === 'esbuild') require('node:fs').writeFileSync(${JSON.stringify(join(copy, 'main.ts'))}, ${JSON.stringify(text)});
       return load(request, ...rest);
     };`,
  );
  return ['--require', join(copy, 'edit.js')];
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

test('a program whose sources change while it is compiled is not kept for those that were there before', () => {
  const [before, meanwhile] = ['console.log("before");\n', 'console.log("meanwhile");\n'];
  write('main.ts', before);
  expect(synth(...editedMeanwhile(meanwhile)).stdout).toBe('meanwhile\n');

  write('main.ts', before);
  expect(synth().stdout).toBe('before\n');
});

test('types that are made right while they are checked are not taken to be right before', () => {
  const wrong = 'const text: string = 1;\nconsole.log(text);\n';
  write('main.ts', wrong);
  synth(...editedMeanwhile('console.log("right");\n'));

  write('main.ts', wrong);
  expect(synth()).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^main\.ts\(1,7\): error TS2322: .*\nnothing was written\n$/),
  });
});

test('a source that is used for its types only is looked at for changes as well', () => {
  write('lib/testing/shape.ts', 'export type Shape = string;\n');
  write(
    'main.ts',
    "import type { Shape } from './lib/testing/shape';\nconst shape: Shape = 'a';\nconsole.log(shape);\n",
  );

  expect(synth()).toEqual({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('main.ts uses lib/testing/shape.ts, and launch/source-key.js does not look there'),
  });
});

test('what an editor leaves beside a source is none', () => {
  mkdirSync(join(copy, 'lib'));
  symlinkSync('somebody@somewhere.1:2', join(copy, 'lib', '.#main.ts'));

  expect(run('a')).toEqual({ status: 0, stdout: 'first a\n', stderr: '' });
});

test('where npm has left no note of what is installed, nothing is kept', () => {
  rmSync(join(copy, 'node_modules', '.package-lock.json'));

  expect(run('a')).toEqual({ status: 0, stdout: 'first a\n', stderr: '' });
  expect(existsSync(kept)).toBe(false);
});

test.each(['.js', '.js.map', '.v8'])('a kept %s that has lost its content is as one that is not there', (ending) => {
  run('a');
  for (const name of readdirSync(kept)) if (name.endsWith(ending)) writeFileSync(join(kept, name), '');

  expect(run('a')).toEqual({ status: 0, stdout: 'first a\n', stderr: '' });
});

test('a synth that fails in the program ends as a failure, whatever Node does with promises', () => {
  write('main.ts', 'throw "no";\n');

  expect(synth('--unhandled-rejections=none')).toEqual({ status: 1, stdout: '', stderr: "'no'\n" });
});

test('a call of help, or one that is mistyped, is not what V8 keeps for a command', () => {
  write('main.ts', 'process.exitCode = 2;\n');
  run('mistyped');
  write('main.ts', 'console.log(process.argv[3]);\n');
  start(join(copy, 'launch/run.js'), 'main.ts', 'check', '--help');

  expect(
    readdirSync(kept)
      .filter((name) => name.endsWith('.v8'))
      .map((name) => name.slice(32)),
  ).toEqual(['-main.ts.js.any.v8']);
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
