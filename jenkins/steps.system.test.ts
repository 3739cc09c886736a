import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { AgentFolder, STEPS } from './running-steps';

/** Steps that Jenkins calls; the other files are parts of them. */
const CALLED = ['apply.sh', 'diagnose.sh', 'fetch.sh', 'images.sh', 'restart.sh', 'verify.sh'];

testsWithProgram('shellcheck', () => {
  test('shellcheck has nothing to say', () =>
    AgentFolder.use((agent) => {
      const scripts = readdirSync(STEPS).map((name) => join(STEPS, name));

      expect(agent.run(['shellcheck', '--external-sources', '--source-path=SCRIPTDIR', ...scripts])).toEqual({
        status: 0,
        stdout: '',
        stderr: '',
      });
    }));
});

test.each(CALLED)('%s says how it is called, in both languages', (step) =>
  AgentFolder.use((agent) => {
    const { status, stdout, stderr } = agent.step(step, ['--help']);

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain(`usage: sh steps/${step} `);
    expect(stdout).toMatch(/\p{Script=Han}.*\n$/u);
  }),
);

test.each(CALLED.flatMap((step) => [[step], [step, '--unknown', 'word'], [step, '--namespace']] as const))(
  '%s called wrongly (%s %s) says so with its usage, and runs nothing',
  (step, ...args) =>
    AgentFolder.use((agent) => {
      for (const program of ['svn', 'skopeo', 'docker', 'kubectl']) {
        agent.standIn(program, `#!/bin/sh\ntouch '${agent.path('called')}'\n`);
      }

      const { status, stderr } = agent.step(
        step,
        args.filter((word) => word !== undefined),
      );

      expect(status).toBe(2);
      expect(stderr).toContain(`error ${step}: `);
      expect(stderr).toContain(`usage: sh steps/${step} `);
      expect(readdirSync(agent.root)).not.toContain('called');
    }),
);

test('a program that the agent does not have is named', () =>
  AgentFolder.use((agent) => {
    agent.standIn('dirname', '#!/bin/sh\nexec /usr/bin/dirname "$@"\n');
    agent.write('state/changed', '');

    const { status, stderr } = agent.run(
      ['/bin/sh', join(STEPS, 'verify.sh'), '--namespace', 'n', '--state', agent.path('state')],
      { PATH: agent.path('bin') },
    );

    expect(status).toBe(3);
    expect(stderr).toContain('error verify.sh: the program kubectl is not on this agent\n');
  }));
