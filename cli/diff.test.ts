import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CommandInput } from './command-input';
import { diff } from './diff';
import { runDiff } from './diff/run-diff';
import { progressIn, runZnyw } from './testing-terminal';

/** A Deployment with one container that requests a quarter of a CPU, with an image of the version given. */
function web(version: string, replicas = 1): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: ${replicas}
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers:
        - name: web
          image: dtr.example/web:${version}
          resources:
            requests: {cpu: 250m, memory: 1Gi}
            limits: {cpu: 1, memory: 1Gi}
`;
}

let folder: string;
const home = process.cwd();

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** Writes a file and returns its path. */
function file(path: string, content: string): string {
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}

test('2 files that mean the same exit with 0, however they are written', async () => {
  const before = file('old.yaml', web('1'));
  const after = file('new.yaml', web('1').replace('cpu: 1,', 'cpu: 1000m,').replace('memory: 1Gi', 'memory: 1024Mi'));

  expect(await runZnyw(['diff', before, after])).toEqual({
    code: 0,
    out: 'before: old.yaml\nafter: new.yaml\n\nno difference: the only object means the same\n',
    err: '',
  });
});

test('a new image is told with what it does, and exits with 1', async () => {
  const { code, out, err } = await runZnyw(['diff', file('old.yaml', web('1')), file('new.yaml', web('2', 2))]);

  expect({ code, err }).toEqual({ code: 1, err: '' });
  // What there is to know of a rolling update stands between the two.
  expect(
    out.startsWith(`before: old.yaml
after: new.yaml

0 removed, 1 changed, 0 added; 0 the same
  restarts: Deployment/shop/web
  images: Deployment/shop/web/web 1 → 2
  cpu requests: 0.25 → 0.5; rollout peak: 0.75
  memory requests: 1Gi → 2Gi; rollout peak: 3Gi

changed Deployment/shop/web: Pods restart
`),
  ).toBe(true);
  expect(
    out.endsWith(`
  ~ spec.replicas: 1 → 2
  ~ spec.template.spec.containers[web].image: dtr.example/web:1 → dtr.example/web:2
`),
  ).toBe(true);
});

test('the JSON has the changes, the images and the sums', async () => {
  const { code, out } = await runZnyw([
    'diff',
    file('old.yaml', web('1')),
    file('new.yaml', web('2')),
    '--output',
    'json',
  ]);

  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    same: false,
    objects: [
      {
        object: 'Deployment/shop/web',
        change: 'changed',
        effects: ['restarts'],
        restarts: ['Deployment/shop/web'],
        fields: [
          {
            path: 'spec.template.spec.containers[web].image',
            before: 'dtr.example/web:1',
            after: 'dtr.example/web:2',
          },
        ],
      },
    ],
    quota: { before: { cpuMillis: 250, memoryBytes: 2 ** 30 }, allowed: null, rolloutPeakAfter: { cpuMillis: 500 } },
    images: [
      { workload: 'Deployment/shop/web', container: 'web', before: 'dtr.example/web:1', after: 'dtr.example/web:2' },
    ],
  });
});

test('--environment gives the allowance, and picks its folder where there is one', async () => {
  file('one/prod/web.yaml', web('1'));
  file('one/test/broken.yaml', 'a: [');
  file('other.yaml', web('2'));

  const { code, out } = await runZnyw(['diff', 'one', 'other.yaml', '--environment', 'prod', '--output', 'json']);

  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    objects: [{ object: 'Deployment/shop/web', environment: 'prod' }],
    quota: { allowed: { cpuMillis: 8000, memoryBytes: 32 * 2 ** 30 } },
    environments: { prod: { unchangedObjects: 0 } },
  });
});

test('standard input is a side', async () => {
  const { code, out } = await runZnyw(['diff', file('old.yaml', web('1')), '-'], { input: web('2') });

  expect(code).toBe(1);
  expect(out).toMatch(/^before: old\.yaml\nafter: -\n/);
});

test('with a file that cannot be read nothing is compared', async () => {
  file('one/a.yaml', web('1'));
  file('one/b.yaml', 'a: 1\na: 2\n');

  expect(await runZnyw(['diff', 'one', 'absent'])).toEqual({
    code: 3,
    out: '',
    err: `not read one/b.yaml: line 2: has the key "a" twice in one object, the first in line 1
not read absent: does not exist
nothing was compared: what differs is not established
`,
  });
});

test.each([
  ['HEAD', 'not read HEAD: does not exist; a revision of git is written git:HEAD\n'],
  ['main~2', 'not read main~2: does not exist; a revision of git is written git:main~2\n'],
  ['dist/', 'not read dist/: does not exist; npm run synth writes it, in the folder of the program\n'],
  ['.', 'not read .: has no file *.yaml, *.yml or *.json\n'],
])('%s that is not there is answered with what was meant', async (side, message) => {
  const { code, err } = await runZnyw(['diff', side, side]);

  expect(code).toBe(3);
  expect(err).toContain(message);
});

test('the name of an environment alone leads to what the last synth wrote', async () => {
  file('dist/prod/a.yaml', web('1'));

  expect((await runZnyw(['diff', 'prod', 'dist'])).err).toContain(
    'not read prod: does not exist; what the last synth wrote is in dist/prod\n',
  );
});

test.each([
  [[], 'there is nothing to compare with'],
  [['a', 'b', 'c'], '3 states are given; 1 or 2 can be compared'],
  [['-', '-'], 'standard input cannot be both sides'],
  [['-', 'svn+https://h/d', '--password-from-stdin'], 'standard input cannot be both the password and a side'],
  [['a', 'b', '--username', 'li'], '--username is about SVN, and no side is there'],
  [
    ['svn+https://h/d', 'svn+https://g/d', '--password-from-stdin'],
    'a password is for one server; these are 2: https://h, https://g',
  ],
  [['a', '--output', 'yaml'], 'unknown output "yaml"; known: text, markdown, json'],
  [['a', '--environment', 'prd'], 'unknown environment "prd"; did you mean "prod"? known: test, prod'],
  [['a', '--lang', 'de'], 'unknown language "de"; known: en, zh'],
])('%j is wrong usage', async (args, message) => {
  const { code, out, err } = await runZnyw(['diff', ...args]);

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`error: ${message}\n`);
});

test('without another side it is a fresh synth, of which nothing is written', async () => {
  file('one/prod/web.yaml', web('1'));

  const { code, out, err } = await runZnyw(['diff', 'one', '--environment', 'prod', '--output', 'json']);
  const { objects } = JSON.parse(out) as { objects: readonly { object: string; change: string }[] };

  expect({ code, err }).toEqual({ code: 1, err: '' });
  expect(objects[0]).toMatchObject({ object: 'Deployment/shop/web', change: 'removed' });
  expect(objects).toContainEqual(expect.objectContaining({ object: 'Service/znyw-prod/focus-web', change: 'added' }));
  expect(() => file('dist', '')).not.toThrow();
});

test('what the last synth wrote is what a fresh one writes, as a whole, by environment and by file', async () => {
  process.chdir(home);

  for (const side of ['dist', 'dist/prod', 'dist/test/focus-web.k8s.yaml']) {
    const { code, out } = await runZnyw(['diff', side]);
    expect({ side, code, last: out.split('\n').at(-2) }).toMatchObject({
      side,
      code: 0,
      last: expect.stringMatching(/^no difference: all \d+ objects mean the same$/) as unknown,
    });
  }
});

test('colours are there on a terminal alone, and not where NO_COLOR is set', async () => {
  const args = ['diff', file('old.yaml', web('1')), file('new.yaml', web('2'))];

  const coloured = await runZnyw(args, { isTerminal: true });
  const refused = await runZnyw(args, { isTerminal: true, env: { NO_COLOR: '1' } });
  const piped = await runZnyw(args);

  expect(coloured.out).toContain('\u001B[33mPods restart\u001B[0m');
  expect(refused.out).not.toContain('\u001B');
  expect(piped.out).toBe(refused.out);
});

test('the language follows the locale, and --lang before it', async () => {
  const args = ['diff', file('old.yaml', web('1')), file('new.yaml', web('2'))];

  expect((await runZnyw(args, { env: { LANG: 'zh_CN.UTF-8' } })).out).toContain('修改 Deployment/shop/web：Pod 重启\n');
  expect((await runZnyw([...args, '--lang', 'zh', '--output', 'markdown'])).out).toContain('| 重启 |');
  expect((await runZnyw([...args, '--lang', 'en'], { env: { LANG: 'zh_CN' } })).out).toContain('restarts: ');
});

test('svn gets the password by standard input alone, and that it is asked is shown at a terminal', async () => {
  const calls: (string | undefined)[] = [];
  let err = '';
  const terminal = {
    out: () => undefined,
    err: (text: string) => void (err += text),
    env: {},
    stdin: async function* () {
      yield Promise.resolve(Buffer.from('S3cret\n'));
    },
    isTerminal: false,
    errIsTerminal: true,
  };
  const options = { username: ['wang'], 'password-from-stdin': [''] };
  const input = new CommandInput(['svn+https://h/d'], new Map(Object.entries(options)));

  const outcome = await runDiff(input, terminal, (program, args, settings) => {
    calls.push([program, ...args].join(' '), settings?.input);
    return Promise.resolve({ status: 1, stdout: '', stderr: 'svn: E170001: Authentication failed\n' });
  }).catch((error: unknown) => error);

  expect(calls).toEqual([
    'svn info --xml https://h/d@HEAD --username wang --password-from-stdin --non-interactive --no-auth-cache',
    'S3cret\n',
  ]);
  expect(outcome).toMatchObject({
    failure: 'not-authorized',
    remedy: 'Give --username and --password-from-stdin, or ask the administrator of the repository for access.',
  });
  expect(err).toBe('\r\u001B[?7lreading svn+https://h/d …\u001B[K\u001B[?7h\r\u001B[K');
});

test('of a long comparison a person sees how far it is, though the result goes to a file', async () => {
  const objects = Array.from({ length: 1001 }, (_, index) =>
    JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: `m${index}` } }),
  );
  const file = join(folder, 'all.json');
  writeFileSync(file, objects.join('\n'));
  const args = ['diff', file, file];

  const seen = await runZnyw(args, { errIsTerminal: true });
  const chinese = await runZnyw([...args, '--lang', 'zh'], { errIsTerminal: true });
  const piped = await runZnyw(args, { isTerminal: true });

  expect(progressIn(seen.err).shown).toContain('comparing 0 of 1,001 objects');
  expect(progressIn(seen.err).rest).toBe('\r\u001B[K');
  expect(progressIn(chinese.err).shown).toContain('正在比较对象 0 / 1,001');
  expect(piped).toEqual({ ...seen, err: '' });
});

test('the help tells it in both languages, with its options', async () => {
  const english = await runZnyw(['diff', '--help', '--lang', 'en']);
  const chinese = await runZnyw(['diff', '--help', '--lang', 'zh']);

  for (const option of Object.keys(diff.options)) {
    expect(english.out).toContain(`--${option}`);
    expect(chinese.out).toContain(`--${option}`);
  }
  expect(english.out).toContain('npx znyw diff git:main git:HEAD --output markdown');
  expect(chinese.out).toContain('说明一次变更在集群中的后果');
});
