import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { runZnyw } from './testing-terminal';

const PASSWORD = 's3cret&"value';
const PROD = ['--environment', 'prod'];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function file(content: string): string {
  const path = join(folder, 'config.json');
  writeFileSync(path, content);
  return path;
}

/** The password as it could stand somewhere: as it is, in JSON, and in the base64 of a Secret and of a login. */
function traces(text: string): readonly string[] {
  const forms = [
    PASSWORD,
    JSON.stringify(PASSWORD).slice(1, -1),
    Buffer.from(PASSWORD).toString('base64'),
    Buffer.from(`ops:${PASSWORD}`).toString('base64'),
  ];
  return forms.filter((form) => text.includes(form));
}

test('list names every Secret of an environment', async () => {
  const { code, out, err } = await runZnyw(['secret', 'list', ...PROD, '--output', 'json']);
  const { secrets } = JSON.parse(out) as { secrets: { name: string; kind: string; canBeGenerated: boolean }[] };

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(secrets.map(({ name, kind, canBeGenerated }) => [name, kind, canBeGenerated])).toEqual([
    ['anomaly-influx-credentials', 'accounts', true],
    ['anomaly-mongo-credentials', 'accounts', true],
    ['anomaly-tls', 'tls', false],
    ['dtr-znyw', 'registry', false],
    ['focus-mysql-credentials', 'accounts', true],
    ['focus-redis-credentials', 'accounts', true],
    ['focus-tls', 'tls', false],
    ['hadoop-keytabs', 'key-tabs', false],
    ['mail-relay', 'mail', false],
  ]);
});

test('list is text unless said otherwise', async () => {
  const { out } = await runZnyw(['secret', 'list', ...PROD]);

  expect(out).toContain(`Secret znyw-prod/focus-redis-credentials: passwords of the accounts of focus-redis
  key redis-password: CronJob/focus-redis-backup, Deployment/focus-redis, Deployment/focus-web
  to make: npx znyw secret generate focus-redis-credentials --environment prod | kubectl create -f -
`);
});

test('registry makes the pull secret of the environment, with a password from standard input', async () => {
  const { code, out, err } = await runZnyw(['secret', 'registry', ...PROD, '--username', 'ops'], {
    input: `${PASSWORD}\n`,
  });
  const secret = parse(out) as { data: Record<string, string> };

  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(secret).toMatchObject({
    kind: 'Secret',
    metadata: { name: 'dtr-znyw', namespace: 'znyw-prod' },
    type: 'kubernetes.io/dockerconfigjson',
  });
  expect(JSON.parse(Buffer.from(secret.data['.dockerconfigjson'] ?? '', 'base64').toString())).toEqual({
    auths: {
      'dtr.bank.example': {
        username: 'ops',
        password: PASSWORD,
        auth: Buffer.from(`ops:${PASSWORD}`).toString('base64'),
      },
    },
  });
});

test('registry makes the same of a login that docker has', async () => {
  const auth = Buffer.from(`ops:${PASSWORD}`).toString('base64');
  const config = file(JSON.stringify({ auths: { 'dtr.bank.example': { auth }, 'docker.io': { auth: 'bm86bm8=' } } }));

  const typed = await runZnyw(['secret', 'registry', ...PROD, '--username', 'ops'], { input: PASSWORD });
  const read = await runZnyw(['secret', 'registry', ...PROD, '--from-docker-config', config]);

  expect(read).toEqual(typed);
});

test('generate makes other passwords each time', async () => {
  const [one, other] = [
    await runZnyw(['secret', 'generate', 'focus-mysql-credentials', ...PROD]),
    await runZnyw(['secret', 'generate', 'focus-mysql-credentials', ...PROD]),
  ];
  const { metadata, data } = parse(one.out) as { metadata: unknown; data: Record<string, string> };

  expect(one).toMatchObject({ code: 0, err: '' });
  expect(metadata).toEqual({ name: 'focus-mysql-credentials', namespace: 'znyw-prod' });
  expect(Object.keys(data)).toEqual(['backup-password', 'focus-password', 'root-password']);
  expect(Object.values(data).filter((value) => other.out.includes(value))).toEqual([]);
});

test.each(['anomaly-tls', 'dtr-znyw', 'hadoop-keytabs', 'mail-relay'])('generate refuses %s', async (name) => {
  const { code, out, err } = await runZnyw(['secret', 'generate', name, ...PROD]);

  expect({ code, out }).toEqual({ code: 3, out: '' });
  expect(err).toMatch(
    new RegExp(`^error: Secret znyw-prod/${name} cannot have random values: .*\n  to fix: Make it with: `),
  );
});

test.each([
  [['secret', 'registry', ...PROD, '--username', 'ops'], 'add "| kubectl apply -f -"'],
  [['secret', 'generate', 'focus-mysql-credentials', ...PROD], 'add "| kubectl create -f -"'],
])('values are not shown on a terminal: %j', async (args, remedy) => {
  const { code, out, err } = await runZnyw(args, { input: PASSWORD, isTerminal: true });

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toBe(
    `error: the values would be shown on the terminal\n  to fix: Hand them to the cluster: ${remedy}.\n`,
  );
});

test.each([
  [['secret'], 'a word is missing behind "secret"; known: list, registry, generate'],
  [['secret', 'lst', ...PROD], 'unknown word "lst"; did you mean "list"? known: list, registry, generate'],
  [['secret', 'list'], '--environment is missing; known: test, prod'],
  [['secret', 'list', '--environment', 'prd'], 'unknown environment "prd"; did you mean "prod"? known: test, prod'],
  [['secret', 'list', ...PROD, '--output', 'yaml'], 'unknown output "yaml"; known: text, json'],
  [['secret', 'list', 'all', ...PROD], '"all" follows "secret list"; expected: nothing'],
  [['secret', 'generate', ...PROD], 'nothing follows "secret generate"; expected: <name>'],
  [
    ['secret', 'generate', 'x', ...PROD, '--username', 'ops'],
    'znyw secret generate does not take --username; it takes --environment',
  ],
  [['secret', 'registry', ...PROD], 'znyw secret registry needs one of --username and --from-docker-config'],
  [
    ['secret', 'registry', ...PROD, '--username', 'a', '--from-docker-config', 'b'],
    'znyw secret registry needs one of --username and --from-docker-config',
  ],
  [
    ['secret', 'registry', ...PROD, '--username', 'a:b'],
    '--username is "a:b"; a login in a Secret ends the name at the first ":"',
  ],
])('%j is wrong usage', async (args, message) => {
  const { code, out, err } = await runZnyw(args, { input: PASSWORD });

  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toContain(`error: ${message}\n`);
});

test('a Secret that nobody refers to is refused with the nearest', async () => {
  const { code, err } = await runZnyw(['secret', 'generate', 'focus-mysql-credential', ...PROD]);

  expect(code).toBe(2);
  expect(err).toContain(
    'unknown Secret "focus-mysql-credential"; did you mean "focus-mysql-credentials"? known: anomaly-',
  );
});

test('a password that is typed is asked for on standard error and shown nowhere', async () => {
  const keyboard = Object.assign(pressed(`${PASSWORD}\r`), { isTTY: true, setRawMode: () => undefined });

  const { code, out, err } = await runZnyw(['secret', 'registry', ...PROD, '--username', 'ops'], {
    stdin: () => keyboard,
  });

  expect({ code, err }).toEqual({ code: 0, err: 'Password of ops at dtr.bank.example: \n' });
  expect(parse(out)).toMatchObject({ kind: 'Secret' });
});

test('the password stands in nothing but the YAML, in whatever form, however it ends', async () => {
  const auth = Buffer.from(`ops:${PASSWORD}`).toString('base64');
  const registry = ['secret', 'registry', ...PROD];
  const typed = [...registry, '--username', 'ops'];
  const fromFile = (content: string) => [...registry, '--from-docker-config', file(content)];
  const outcomes = [
    await runZnyw(typed, { input: PASSWORD }),
    await runZnyw(typed, { input: PASSWORD, isTerminal: true }),
    await runZnyw(typed, { input: PASSWORD.repeat(1000) }),
    await runZnyw(typed, { input: `${PASSWORD}\uFFFD` }),
    await runZnyw(fromFile(JSON.stringify({ auths: { 'dtr.bank.example': { auth } } }))),
    await runZnyw(fromFile(`{"auths": {"dtr.bank.example": {"auth": "${auth}"`)),
    await runZnyw(fromFile(JSON.stringify({ auths: { 'other.example': { auth, password: PASSWORD } } }))),
    await runZnyw(fromFile(JSON.stringify({ auths: { 'dtr.bank.example': { password: PASSWORD } } }))),
    await runZnyw(fromFile(`\0${PASSWORD}`)),
  ];

  expect(outcomes.map(({ code }) => code)).toEqual([0, 2, 3, 3, 0, 3, 3, 3, 3]);
  expect(outcomes.flatMap(({ code, out, err }) => traces(code === 0 ? err : err + out))).toEqual([]);
});

async function* pressed(keys: string): AsyncGenerator<Uint8Array, void> {
  yield Promise.resolve(Buffer.from(keys));
}
