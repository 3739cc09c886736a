import { tmpdir } from 'node:os';
import { spawnProgram } from './spawn-program';

test('a program gets its words as they are, its input, its folder and its variables', async () => {
  const script = 'cat; pwd; echo "$0 $VARIABLE"; echo problem >&2; exit 3';

  const { status, stdout, stderr } = await spawnProgram('sh', ['-c', script, "$HOME 'a' *"], {
    input: 'input\n',
    cwd: tmpdir(),
    env: { VARIABLE: 'value' },
  });

  expect({ status, stderr }).toEqual({ status: 3, stderr: 'problem\n' });
  expect(stdout).toBe(`input\n${tmpdir()}\n$HOME 'a' * value\n`);
});

test('a program that does not read its input is no error', async () => {
  expect(await spawnProgram('true', [], { input: 'x'.repeat(10 ** 7) })).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('a program that is not there rejects', async () => {
  await expect(spawnProgram('znyw-no-such-program', [])).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a program that prints without an end is ended', async () => {
  const { status, stdout } = await spawnProgram('yes', [], { input: '' });

  expect(status).toBeNull();
  expect(stdout.length).toBeLessThanOrEqual(64 * 2 ** 20);
});

test('a program that takes too long is ended, with what it said until then, even where a child of it lives on', async () => {
  const result = await spawnProgram('sh', ['-c', 'echo begun; sleep 20 & sleep 20'], { input: '', timeoutMillis: 500 });

  expect(result).toEqual({ status: null, stdout: 'begun\n', stderr: '', ended: 'timed-out' });
});

test('a program that prints more than a caller wants is ended, and the result says so', async () => {
  const { ended } = await spawnProgram('yes', [], { input: '', maxOutputBytes: 1000 });

  expect(ended).toBe('too-much-output');
});
