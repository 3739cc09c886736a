import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';

/** The shells that stand behind `sh` in the base images: dash in Debian and Ubuntu, busybox in Alpine. */
const SHELLS = [['dash'], ['busybox', 'sh']] as const;

/** Groups tests that run once under each shell; where one is missing, they are skipped with the reason. */
export function testsInEachShell(tests: (shell: readonly string[]) => void): void {
  for (const shell of SHELLS) {
    testsWithProgram(shell[0], () => tests(shell));
  }
}
