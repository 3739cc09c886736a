import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { freePort } from '../lib/workloads/testing/free-port';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { AgentFolder, type StepRun } from './running-steps';

/** An SVN in which the environment test has one file, which revision 3 changed. */
function aRepository(
  use: (agent: AgentFolder, fetch: (...words: readonly string[]) => StepRun) => void,
): Promise<void> {
  return AgentFolder.use((agent) => {
    agent.run(['svnadmin', 'create', agent.path('svn')]);
    const url = pathToFileURL(agent.path('svn')).href;
    agent.run(['svn', 'mkdir', '--quiet', '-m', '测试环境', `${url}/test`]);
    agent.run(['svn', 'checkout', '--quiet', `${url}/test`, agent.path('copy')]);
    for (const content of ['first', 'second']) {
      agent.write('copy/focus-web.k8s.yaml', content);
      agent.run(['svn', 'add', '--quiet', '--force', agent.path('copy', 'focus-web.k8s.yaml')]);
      agent.run(['svn', 'commit', '--quiet', '-m', content, agent.path('copy')]);
    }
    const common = ['--url', url, '--environment', 'test', '--state', agent.path('state')];
    use(agent, (...words) => agent.step('fetch.sh', [...common, ...words]));
  });
}

/** Runs a test with a svnserve that asks for a password, and waits until it listens. */
async function withServer(agent: AgentFolder, password: string, use: (url: string) => void): Promise<void> {
  agent.write('svn/conf/svnserve.conf', '[general]\nanon-access = none\nauth-access = read\npassword-db = passwd\n');
  agent.write('svn/conf/passwd', `[users]\njenkins = ${password}\n`);
  const port = await freePort();
  const options = ['--daemon', '--foreground', '--listen-host', '127.0.0.1', '--listen-port', `${port}`];
  const server = spawn('svnserve', [...options, '--root', agent.path('svn')], { stdio: 'ignore' });
  try {
    for (let attempt = 0; attempt < 100 && !(await listens(port)); attempt += 1) {
      await sleep(50);
    }
    use(`svn://127.0.0.1:${port}`);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

function listens(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

testsWithProgram('svnadmin', () => {
  test('the newest revision comes, and its number is told', () =>
    aRepository((agent, fetch) => {
      expect(fetch()).toMatchObject({ status: 0, stderr: '' });
      expect(agent.read('state/revision')).toBe('3\n');
      expect(agent.read('state/yaml/focus-web.k8s.yaml')).toBe('second');
    }));

  test('an older revision comes in place of what an earlier build left', () =>
    aRepository((agent, fetch) => {
      fetch();
      agent.write('state/yaml/old.k8s.yaml', '');
      agent.write('state/failed', 'deployment/old\n');

      expect(fetch('--revision', '2').stdout).toMatch(/^fetched: file:\/\/.*\/svn\/test at revision 2\n$/);
      expect(agent.read('state/yaml/focus-web.k8s.yaml')).toBe('first');
      expect(readdirSync(agent.path('state', 'yaml'))).toEqual(['focus-web.k8s.yaml']);
      expect(agent.read('state/failed')).toBe('');
    }));

  test.each([
    ['--revision', '99'],
    ['--environment', 'uat'],
  ])('%s %s, which SVN does not have, is no empty environment', (option, value) =>
    aRepository((agent, fetch) => {
      const { status, stderr } = fetch(option, value);

      expect(status).toBe(3);
      expect(stderr).toMatch(/svn: E\d+/);
      expect(stderr).toContain('error fetch.sh: SVN does not');
      expect(agent.read('state/revision')).toBe('');
    }),
  );

  test.each([
    ['--revision', '2; reboot'],
    ['--environment', '../prod'],
  ])('%s "%s" is refused before svn runs', (option, value) =>
    aRepository((_, fetch) => {
      expect(fetch(option, value)).toMatchObject({ status: 2 });
    }),
  );

  test('a server that asks for a password gets it from a variable, and one that is wrong is not shown', () =>
    AgentFolder.use(async (agent) => {
      agent.run(['svnadmin', 'create', agent.path('svn')]);
      agent.run(['svn', 'mkdir', '--quiet', '-m', 'a folder', `${pathToFileURL(agent.path('svn')).href}/test`]);
      const password = 'a $ecret';
      await withServer(agent, password, (url) => {
        const fetch = (given: string) =>
          agent.step('fetch.sh', ['--url', url, '--environment', 'test', '--state', agent.path('state')], {
            SVN_USERNAME: 'jenkins',
            SVN_PASSWORD: given,
          });

        expect(fetch(password)).toEqual({
          status: 0,
          stdout: `fetched: ${url}/test at revision 1\n`,
          stderr: '',
        });
        const { status, stdout, stderr } = fetch('wrong-$ecret');
        expect(status).toBe(3);
        expect(stdout + stderr).not.toContain('ecret');
        // Kept nowhere for the next who uses the agent.
        expect(agent.run(['grep', '-rl', 'ecret', agent.path('.subversion')]).stdout).toBe('');
      });
    }));
});
