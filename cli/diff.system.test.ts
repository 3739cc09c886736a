import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TestRepository } from '../lib/delivery/svn/testing-repository';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { CommandInput } from './command-input';
import { runDiff } from './diff/run-diff';
import { runZnyw } from './testing-terminal';

// Each test runs a dozen programs.
jest.setTimeout(60_000);

function configMap(value: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: znyw-prod}\ndata: {x: "${value}"}\n`;
}

testsWithProgram('git', () => {
  const home = process.cwd();
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'znyw git test '));
    process.chdir(folder);
    git('init', '--quiet');
  });

  afterEach(() => {
    process.chdir(home);
    rmSync(folder, { recursive: true });
  });

  function git(...args: readonly string[]): void {
    const settings = ['-c', 'user.name=li', '-c', 'user.email=li@bank.example', '-c', 'commit.gpgsign=false'];
    const { status, stderr } = spawnSync('git', [...settings, ...args], { encoding: 'utf8' });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
  }

  function commit(files: Readonly<Record<string, string>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, text);
    }
    git('add', '--all');
    git('commit', '--quiet', '--allow-empty', '--message', 'x');
  }

  test('2 commits are compared, whatever is checked out', async () => {
    commit({ 'dist/prod/a.k8s.yaml': configMap('1') });
    commit({ 'dist/prod/a.k8s.yaml': configMap('2') });
    writeFileSync('dist/prod/a.k8s.yaml', 'broken: [');

    const { code, out, err } = await runZnyw(['diff', 'git:HEAD~1', 'git:HEAD']);
    const same = await runZnyw(['diff', 'git:HEAD', 'git:HEAD']);

    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toContain('changed ConfigMap/znyw-prod/a: ');
    expect(out).toContain('  ~ data.x: "1" → "2"\n'.replace('data.x', 'data[x]'));
    expect(same.code).toBe(0);
  });

  test('a commit is compared with a folder, and one environment of it alone', async () => {
    commit({ 'dist/prod/a.k8s.yaml': configMap('1'), 'dist/test/b.k8s.yaml': 'broken: [' });

    const whole = await runZnyw(['diff', 'git:HEAD', 'dist']);
    const prod = await runZnyw(['diff', 'git:HEAD', 'dist', '--environment', 'prod']);

    expect(whole.code).toBe(3);
    expect(whole.out).toBe('');
    expect(whole.err).toMatch(/^not read git:HEAD: test\/b\.k8s\.yaml: line 1: is not YAML: /);
    expect(whole.err).toMatch(/nothing was compared: what differs is not established\n$/);
    expect({ code: prod.code, err: prod.err }).toEqual({ code: 0, err: '' });
  });

  test('a link in a commit is not followed', async () => {
    mkdirSync('dist');
    symlinkSync('/etc/passwd', 'dist/a.yaml');
    commit({});

    const { code, err } = await runZnyw(['diff', 'git:HEAD', 'dist']);

    expect(code).toBe(3);
    expect(err).toContain('not read git:HEAD: a.yaml: is a link or a submodule, not a file\n');
  });

  test.each([
    ['git:nowhere', 'error: git knows no commit "nowhere"'],
    ['git:HEAD~1..HEAD', 'error: git knows no commit "HEAD~1..HEAD"\n  to fix: Name the 2 sides apart'],
    ['git:HEAD:dist/prod', 'error: git knows no commit "HEAD:dist/prod"\n  to fix: Name the commit alone'],
    ['git:HEAD', 'error: git:HEAD has no folder dist/ here'],
  ])('%s cannot be read, and it is said why', async (side, message) => {
    commit({ 'README.md': 'x' });

    const { code, out, err } = await runZnyw(['diff', side, 'git:HEAD']);

    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain(message);
  });

  test('a revision that looks like an option writes no file', async () => {
    commit({ 'dist/a.yaml': configMap('1') });

    const { code, err } = await runZnyw(['diff', 'git:--output=x', 'git:HEAD']);

    expect(code).toBe(2);
    expect(err).toContain('error: "--output=x" is no revision of git: none begins with "-"\n');
  });
});

testsWithProgram('svn', () => {
  /** Compares as a person does, with the settings of svn of the repository. */
  async function diff(repository: TestRepository, sides: readonly string[], options: Record<string, string> = {}) {
    let out = '';
    let err = '';
    const terminal = {
      out: (text: string) => void (out += text),
      err: (text: string) => void (err += text),
      env: {},
      stdin: async function* () {},
      isTerminal: false,
      errIsTerminal: false,
    };
    const input = new CommandInput(sides, new Map(Object.entries(options).map(([name, value]) => [name, [value]])));
    const code = await runDiff(input, terminal, repository.run).catch((error: unknown) => String(error));
    return { code, out, err };
  }

  function put(repository: TestRepository, folder: string, name: string, text: string): void {
    if (!repository.namesIn('').includes(`${folder}/`)) {
      repository.svn('mkdir', '--quiet', '--message', 'x', repository.urlOf(folder));
    }
    repository.edit(folder, name, text);
  }

  test('2 revisions are compared, each environment with its like', () =>
    TestRepository.use(async (repository) => {
      put(repository, 'prod', 'a.k8s.yaml', configMap('1'));
      const { revision } = repository;
      put(repository, 'prod', 'a.k8s.yaml', configMap('2'));
      put(repository, 'test', 'b.k8s.yaml', configMap('1'));

      const all = await diff(repository, [`svn+${repository.url}@${revision}`, `svn+${repository.url}`]);
      const prod = await diff(repository, [`svn+${repository.url}@${revision}`, `svn+${repository.url}/prod`]);
      const file = await diff(repository, [
        `svn+${repository.url}/prod/a.k8s.yaml@${revision}`,
        `svn+${repository.url}/prod/a.k8s.yaml`,
      ]);

      expect(all).toMatchObject({ code: 1, err: '' });
      expect(all.out).toContain('changed ConfigMap/znyw-prod/a [prod]: ');
      expect(all.out).toContain('added ConfigMap/znyw-prod/a [test]: ');
      for (const { code, out } of [prod, file]) {
        expect(code).toBe(1);
        expect(out).toContain('\nprod: 0 removed, 1 changed, 0 added; 0 the same\n');
      }
      expect(repository.leftovers).toEqual([]);
    }));

  test('names of any kind are read, links are not followed, and one environment stands alone', () =>
    TestRepository.use(async (repository) => {
      const name = '-f @7 100%.yaml';
      put(repository, 'prod', 'x.txt', 'no manifest');
      repository.byHand('prod', (copy) => {
        mkdirSync(join(copy, '子 目录'));
        writeFileSync(join(copy, '子 目录', name), configMap('1'));
        repository.svn('add', '--quiet', `${join(copy, '子 目录')}@`);
      });
      repository.byHand('', (copy) => {
        symlinkSync('/etc/passwd', join(copy, 'link.yaml'));
        repository.svn('add', '--quiet', join(copy, 'link.yaml'));
      });
      const side = `svn+${repository.url}`;

      const whole = await diff(repository, [side, side]);
      const prod = await diff(repository, [side, side], { environment: 'prod' });

      expect(whole).toMatchObject({ code: 3, out: '' });
      expect(whole.err).toContain('link.yaml: is a link, not a file\n');
      expect(prod).toMatchObject({ code: 0, err: '' });
      expect(prod.out).toContain('no difference: the only object means the same\n');
    }));

  test('what is not there is told apart: repository, folder, revision, manifests', () =>
    TestRepository.use(async (repository) => {
      const { url } = repository;
      const answer = async (side: string) => {
        const { code, err } = await diff(repository, [side, side]);
        return typeof code === 'string' ? code : err;
      };

      expect(await answer('svn+file:///nowhere/at/all')).toContain(
        'there is no SVN repository at file:///nowhere/at/all',
      );
      expect(await answer(`svn+${url}/nowhere`)).toMatch(/there is no file:\/\/.*\/nowhere in SVN$/);
      expect(await answer(`svn+${url}/nowhere@1`)).toMatch(/\/nowhere in SVN at revision 1$/);
      expect(await answer(`svn+${url}@99`)).toBe('SvnError: SVN has no revision 99');
      expect(await answer(`svn+${url}`)).toContain('has no API object in a file *.yaml, *.yml or *.json\n');
    }));
});
