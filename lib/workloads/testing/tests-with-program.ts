import { spawnSync } from 'node:child_process';

/**
 * Groups tests that need a program of the machine; where it is missing, they are skipped and the reason is printed.
 * In CI nothing is skipped: there a missing program is a failure.
 */
export function testsWithProgram(program: string, tests: () => void): void {
  const installed = spawnSync('sh', ['-c', 'command -v "$0"', program]).status === 0;
  if (installed) {
    describe(`with ${program}`, tests);
  } else if (process.env['CI'] === undefined) {
    process.stderr.write(`skipped the tests with ${program}, which is not installed\n`);
    describe.skip(`with ${program}`, tests);
  } else {
    test(`${program} is installed, as nothing is skipped in CI`, () => {
      expect(installed).toBe(true);
    });
  }
}
