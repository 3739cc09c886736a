import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../workloads/testing/free-port';
import { testsWithProgram } from '../../workloads/testing/tests-with-program';
import type { RunProgram } from './run-program';
import { svnUrl } from './svn-url';
import { aFileOf, publishTo } from './testing-publication';
import { TestRepository } from './testing-repository';

// Each publication runs a dozen programs.
jest.setTimeout(60_000);

const PASSWORD = 'S3cret 口令 "$HOME';
const files = { 'a.k8s.yaml': aFileOf('a', 'a:1') };

/** A repository behind svnserve, to which only the user wang has access. */
interface ServedRepository {
  readonly repository: TestRepository;
  readonly url: string;
}

async function withServer(test: (served: ServedRepository) => Promise<void>): Promise<void> {
  await TestRepository.use(async (repository) => {
    const conf = join(repository.folder, 'conf');
    writeFileSync(
      join(conf, 'svnserve.conf'),
      '[general]\nanon-access = none\nauth-access = write\npassword-db = passwd\nauthz-db = authz\n',
    );
    writeFileSync(join(conf, 'passwd'), `[users]\nwang = ${PASSWORD}\nguest = guest\n`);
    writeFileSync(join(conf, 'authz'), '[/]\nwang = rw\nguest = r\n');
    const port = await freePort();
    const server = spawn(
      'svnserve',
      ['--daemon', '--foreground', '--listen-host', '127.0.0.1', '--listen-port', `${port}`, '--root', repository.root],
      { stdio: 'ignore' },
    );
    try {
      await listening(port);
      await test({ repository, url: `svn://127.0.0.1:${port}/a repository/my deploy` });
    } finally {
      await end(server);
    }
  });
}

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    const event = await Promise.race([
      once(socket, 'connect').then(() => true),
      once(socket, 'error').then(() => false),
    ]).catch(() => false);
    socket.destroy();
    if (event) return;
    await sleep(50);
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  server.kill('SIGTERM');
  await once(server, 'exit');
}

/** Runs programs and notes their command lines. */
function noting(repository: TestRepository, lines: string[]): RunProgram {
  return (program, args, options) => {
    lines.push([program, ...args].join(' '));
    return repository.run(program, args, options);
  };
}

/** Returns all that is in the files of a folder and those below it. */
function contentsBelow(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

testsWithProgram('svnserve', () => {
  test('a user with a password publishes, and the password is in no argument and no file', () =>
    withServer(async ({ repository, url }) => {
      const lines: string[] = [];
      const access = { username: 'wang', password: PASSWORD };

      const { error, result, progress } = await publishTo(repository, {
        url: svnUrl(url),
        files,
        access,
        run: noting(repository, lines),
      });

      expect(error).toBeUndefined();
      expect(repository.svn('info', '--show-item', 'last-changed-author', repository.urlOf('test')).trim()).toBe(
        'wang',
      );
      expect(lines.length).toBeGreaterThan(5);
      expect([...lines, result, progress].join('\n')).not.toContain('S3cret');
      expect(contentsBelow(join(repository.root, '.subversion'))).not.toContain('S3cret');
    }));

  test.each([
    ['a wrong password', { username: 'wang', password: 'wrong' }],
    ['an unknown user', { username: 'nobody', password: PASSWORD }],
    ['no user and no terminal to ask at', {}],
  ])('%s is told as not authorized, and the password is not repeated', (_, access) =>
    withServer(async ({ repository, url }) => {
      const { error, progress } = await publishTo(repository, { url: svnUrl(url), files, access });

      expect(error).toMatchObject({
        failure: 'not-authorized',
        remedy:
          'Give --username and --password-from-stdin, or ask the administrator of the repository for read and write access.',
      });
      expect(`${String(error)}${progress}`).not.toContain('S3cret');
      expect(progress).toContain('nothing was committed');
    }),
  );

  test('a user who may only read is told so at the first change', () =>
    withServer(async ({ repository, url }) => {
      const { error } = await publishTo(repository, {
        url: svnUrl(url),
        files,
        access: { username: 'guest', password: 'guest' },
      });

      expect(error).toMatchObject({ failure: 'not-authorized' });
    }));

  test('a repository that the server does not have, and a server that does not listen, are 2 answers', () =>
    withServer(async ({ repository, url }) => {
      const none = await publishTo(repository, { url: svnUrl(url.replace('a repository', 'nowhere')), files });
      const silent = await publishTo(repository, { url: `svn://127.0.0.1:${await freePort()}/deploy`, files });

      expect(none.error).toMatchObject({ failure: 'no-repository' });
      expect(silent.error).toMatchObject({ failure: 'not-reachable' });
    }));

  test('what is neither of them is told in the words of svn', () =>
    withServer(async ({ repository, url }) => {
      writeFileSync(join(repository.folder, 'format'), 'spoilt');

      const { error } = await publishTo(repository, { url: svnUrl(url), files });

      expect(error).toMatchObject({ failure: 'unknown', message: expect.stringContaining('format') as unknown });
    }));
});
