import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ListedImage } from '../lib/delivery/images/listed-image';
import { savedImage, tarOf } from '../lib/delivery/images/testing-archives';
import type { RunProgram } from '../lib/delivery/svn/run-program';
import { CommandInput } from './command-input';
import { runImages } from './images/run-images';
import { runZnyw } from './testing-terminal';

const PASSWORD = 's3cret-of-svn';
const URL = 'https://svn.bank.example/znyw/images';

/** A program that was started, with all that it was given. */
interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly input?: string;
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function listed(...args: readonly string[]): Promise<readonly ListedImage[]> {
  const { out } = await runZnyw(['images', '--output', 'json', ...args]);
  return (JSON.parse(out) as { images: ListedImage[] }).images;
}

/** Puts the archives of all images of prod into the folder. */
async function saveAll(): Promise<void> {
  for (const { archive, image, version } of await listed('--environment', 'prod')) {
    writeFileSync(join(folder, archive), tarOf(...savedImage([`${image}:${version}`])));
  }
}

/** Stands in for an SVN with an empty folder. */
function anSvn(calls: Call[]): RunProgram {
  const answers: Readonly<Record<string, string>> = {
    info: '7\n',
    list: '<lists><list/></lists>',
    propget: '<properties/>',
    svnmucc: 'r8 committed by ops at 2024-01-01T00:00:00.000000Z\n',
  };
  return (program, args, options = {}) => {
    calls.push({ program, args, ...(options.cwd === undefined ? {} : { cwd: options.cwd }), input: options.input });
    return Promise.resolve({
      status: 0,
      stdout: answers[program === 'svn' ? (args[0] ?? '') : program] ?? '',
      stderr: '',
    });
  };
}

async function push(run: RunProgram, options: Readonly<Record<string, string>> = {}, input = '') {
  let [out, err] = ['', ''];
  const values = { environment: 'prod', from: folder, ...options };
  const code = await runImages(
    new CommandInput(['push', URL], new Map(Object.entries(values).map(([name, value]) => [name, [value]]))),
    {
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      env: {},
      stdin: async function* () {
        yield Promise.resolve(Buffer.from(input));
      },
      isTerminal: false,
      errIsTerminal: false,
    },
    run,
  );
  return { code, out, err };
}

test('the images of an environment are listed for Jenkins, sorted', async () => {
  const images = await listed('--environment', 'prod');

  expect(images.map(({ archive }) => archive)).toEqual([
    'alpine-java-1.0.0.tar',
    'autotrin-1.0.0.tar',
    'focus-web-1.0.0.tar',
    'hadoop_krb5-1.0.0.tar',
    'influxdb-1.8.10.tar',
    'mongodb-6.0.28.tar',
    'mysql-8.0.46.tar',
    'nginx-1.26.3.tar',
    'redis-7.2.11.tar',
  ]);
  expect(images[7]).toEqual({
    image: 'nginx',
    repository: 'znyw/nginx',
    version: '1.26.3',
    archive: 'nginx-1.26.3.tar',
    reference: 'dtr.bank.example/znyw/nginx:1.26.3',
    origin: 'community',
    builtFrom: 'nginxinc/nginx-unprivileged:1.26.3-alpine-slim',
    environments: ['prod'],
    workloads: ['anomaly-nginx', 'focus-nginx'],
  });
});

test('without an environment, each registry has its references', async () => {
  const images = await listed();

  expect(images.filter(({ image }) => image === 'redis').map(({ reference }) => reference)).toEqual([
    'dtr.bank.example/znyw/redis:7.2.11',
    'dtr.test.bank.example/znyw/redis:7.2.11',
  ]);
});

test('a person reads a paragraph for each', async () => {
  const { code, out, err } = await runZnyw(['images', '--environment', 'prod']);

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain(`
mysql 8.0.46
  repository: znyw/mysql
  archive:    mysql-8.0.46.tar
  reference:  dtr.bank.example/znyw/mysql:8.0.46
  origin:     community, from mysql:8.0.46
  used in:    prod
  used by:    focus-mysql, focus-mysql-backup
`);
});

test.each([
  [['images', 'pull'], 'unknown word "pull"; known: push'],
  [['images', '--from', 'x'], 'znyw images does not take --from; it takes --environment, --output'],
  [['images', '--environment', 'prd'], 'unknown environment "prd"; did you mean "prod"? known: test, prod'],
  [
    ['images', 'push', '--from', 'x'],
    '0 SVN URLs are given; 1 is expected: znyw images push <svn-url> --from <folder>',
  ],
  [['images', 'push', URL, '--environment', 'prod'], '--from is missing: the folder with the archives'],
  [['images', 'push', URL, '--from', 'x'], '--environment is missing; known: test, prod'],
  [['images', 'push', `https://a:${PASSWORD}@b/c`, '--from', 'x'], 'the SVN URL has a password in it'],
])('%j is wrong usage', async (args, message) => {
  const { code, out, err } = await runZnyw(args);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`error: ${message}`);
  expect(err).not.toContain(PASSWORD);
});

test('push commits all archives at once, by relative names, against the revision that it looked at', async () => {
  const calls: Call[] = [];
  await saveAll();

  const { code, out } = await push(anSvn(calls));

  expect(code).toBe(0);
  expect(out).toContain('to send: nginx-1.26.3.tar, ');
  expect(out).toContain(`committed revision 8 to ${URL}\n`);
  expect(calls.map(({ program, args }) => `${program} ${args[0]}`)).toEqual([
    'svn info',
    'svn list',
    'svn propget',
    'svnmucc --revision',
  ]);
  expect(calls[3]).toMatchObject({ cwd: folder });
  expect(calls[3]?.args.slice(0, 3)).toEqual(['--revision', '7', '--message']);
  expect(calls[3]?.args.slice(4, 11)).toEqual([
    'put',
    'alpine-java-1.0.0.tar',
    `${URL}/alpine-java-1.0.0.tar`,
    'propset',
    'znyw:sha256',
    expect.stringMatching(/^[0-9a-f]{64}$/),
    `${URL}/alpine-java-1.0.0.tar`,
  ]);
  expect(calls[3]?.args).toHaveLength(4 + 9 * 7);
});

test('a rehearsal shows the command and does not run it', async () => {
  const calls: Call[] = [];
  await saveAll();

  const { code, out } = await push(anSvn(calls), { 'dry-run': '' });

  expect(code).toBe(0);
  expect(out).toContain("[dry run] not executed: svnmucc --revision 7 --message 'Images\nalpine-java-1.0.0.tar ");
  expect(calls.map(({ program }) => program)).toEqual(['svn', 'svn', 'svn']);
});

test('what is missing or wrong is named, with all others, and nothing is sent', async () => {
  const calls: Call[] = [];
  await saveAll();
  rmSync(join(folder, 'redis-7.2.11.tar'));
  writeFileSync(join(folder, 'redis-7.2.11.tgz'), '');
  rmSync(join(folder, 'autotrin-1.0.0.tar'));
  writeFileSync(join(folder, 'nginx-1.26.3.tar'), tarOf(...savedImage(['nginx:1.26.2'])));
  writeFileSync(join(folder, 'mysql-8.0.46.tar'), tarOf(...savedImage([])));
  writeFileSync(join(folder, 'mongodb-6.0.28.tar'), '');

  const { code, out, err } = await push(anSvn(calls));

  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.slice(err.indexOf('error'))).toBe(`error archive autotrin-1.0.0.tar: is neither in the folder nor in SVN
  to fix: Make it: docker save --output autotrin-1.0.0.tar autotrin:1.0.0
error archive mongodb-6.0.28.tar: cannot be read as a tar file: TAR_BAD_ARCHIVE: Unrecognized archive format
  to fix: Make it again: skopeo copy docker://docker.io/library/mongo:6.0.28 docker-archive:mongodb-6.0.28.tar:mongodb:6.0.28
error archive mysql-8.0.46.tar: holds an image without a name; "mysql:8.0.46" or "znyw/mysql:8.0.46" is expected
  to fix: Make it again: skopeo copy docker://docker.io/library/mysql:8.0.46 docker-archive:mysql-8.0.46.tar:mysql:8.0.46
error archive nginx-1.26.3.tar: holds "nginx:1.26.2"; "nginx:1.26.3", "znyw/nginx:1.26.3" or "nginxinc/nginx-unprivileged:1.26.3-alpine-slim" is expected
  to fix: Make it again: skopeo copy docker://docker.io/nginxinc/nginx-unprivileged:1.26.3-alpine-slim docker-archive:nginx-1.26.3.tar:nginx:1.26.3
error archive redis-7.2.11.tar: is neither in the folder nor in SVN; the folder has "redis-7.2.11.tgz"
  to fix: Make it: skopeo copy docker://docker.io/library/redis:7.2.11 docker-archive:redis-7.2.11.tar:redis:7.2.11
nothing was sent
`);
  expect(calls.map(({ program }) => program)).toEqual(['svn', 'svn', 'svn']);
});

test('the password reaches svn by its standard input alone, and no output at all', async () => {
  const calls: Call[] = [];
  await saveAll();

  const { code, out, err } = await push(anSvn(calls), { username: 'ops', 'password-from-stdin': '' }, `${PASSWORD}\n`);

  expect(code).toBe(0);
  expect(calls.map(({ input }) => input)).toEqual(Array.from({ length: 4 }, () => `${PASSWORD}\n`));
  expect(`${calls.map(({ args }) => args.join(' ')).join(' ')}${out}${err}`).not.toContain(PASSWORD);
});

test('a folder that is not there is named', async () => {
  await expect(push(anSvn([]), { from: join(folder, 'none') })).rejects.toThrow(
    `folder ${join(folder, 'none')} does not exist`,
  );
});
