import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { progressIn, runZnyw } from './testing-terminal';

const WEB = `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: web}}
  template:
    metadata: {labels: {app: web}}
    spec:
      containers: [{name: web, image: "web:1", env: [{name: DATABASE, value: "db:5432"}]}]
---
apiVersion: v1
kind: Service
metadata: {name: db, namespace: shop}
spec:
  selector: {app: db}
  ports: [{port: 5432}]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: db, namespace: shop}
spec:
  selector: {matchLabels: {app: db}}
  serviceName: db
  template:
    metadata: {labels: {app: db}}
    spec:
      containers: [{name: postgres, image: "postgres:16", ports: [{containerPort: 5432}]}]
`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a file and returns its path. */
function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

test('without options every environment is shown, in a page and in pictures of both languages', async () => {
  const out = join(folder, 'report');
  const outcome = await runZnyw(['report', '--out', out]);
  const names = readdirSync(out).sort();

  expect(outcome).toMatchObject({ code: 0, err: '' });
  expect(outcome.out).toMatch(
    /^wrote .*\/report\/index\.html \(\d+ Ki\) and \d+ pictures\nprod: 23 workloads, \d+ findings?, \d+ acknowledgements?\ntest: 23 workloads, /,
  );
  for (const name of ['focus', 'anomaly', 'images', 'placement', 'placement-without-vm-2', 'quota']) {
    expect(names).toEqual(expect.arrayContaining([`prod-${name}.svg`, `test-${name}.zh.svg`]));
  }
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toContain('<title>Deployment report – prod, test</title>');
});

test('the same objects give the same bytes, and a second report replaces the first as a whole', async () => {
  const out = join(folder, 'report');
  await runZnyw(['report', '--from', file('shop.yaml', WEB), '--out', out]);
  const first = readFileSync(join(out, 'index.html'), 'utf8');
  writeFileSync(join(out, 'of-last-year.svg'), '<svg/>');

  await runZnyw(['report', '--from', file('shop.yaml', WEB), '--out', out]);

  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe(first);
  expect(readdirSync(out)).not.toContain('of-last-year.svg');
  expect(readdirSync(folder).sort()).toEqual(['report', 'shop.yaml']);
});

test('a folder of somebody is left alone', async () => {
  const out = join(folder, 'home');
  mkdirSync(out);
  writeFileSync(join(out, 'letter.txt'), 'dear');

  expect(await runZnyw(['report', '--environment', 'test', '--out', out])).toEqual({
    code: 3,
    out: '',
    err:
      `error: ${out} holds letter.txt, which is no part of a report; nothing was written\n` +
      '  to fix: Name a folder with --out that is not there yet, or one that holds an earlier report.\n',
  });
  expect(readdirSync(out)).toEqual(['letter.txt']);
});

test('an index.html of anybody is no report, and a file is no folder', async () => {
  const out = join(folder, 'site');
  mkdirSync(out);
  writeFileSync(join(out, 'index.html'), '<h1>Shop</h1>');

  expect((await runZnyw(['report', '--out', out])).err).toContain('holds index.html, which is no part of a report');
  expect((await runZnyw(['report', '--out', file('taken', '')])).err).toContain(`${join(folder, 'taken')} is a file`);
  expect((await runZnyw(['report', '--out', join(folder, 'taken/report')])).code).toBe(3);
});

test('behind a link, the folder is replaced and not the link', async () => {
  mkdirSync(join(folder, 'share'));
  symlinkSync(join(folder, 'share'), join(folder, 'report'));

  expect((await runZnyw(['report', '--from', file('shop.yaml', WEB), '--out', join(folder, 'report')])).code).toBe(0);
  expect(readdirSync(join(folder, 'share'))).toContain('index.html');
});

test('any YAML is shown, with the connections that its environment variables make', async () => {
  const { code, out } = await runZnyw(['report', '--from', file('shop.yaml', WEB), '--output', 'markdown']);

  expect(code).toBe(0);
  expect(out).toContain('| web | Deployment | web:1 |');
  expect(out).toContain('-->|"5432/TCP"|');
  expect(out).toContain('Not known: nobody said how many VMs there are.');
});

test('YAML from standard input is judged by the environment that is named', async () => {
  const { code, out } = await runZnyw(['report', '--from', '-', '--environment', 'prod', '--output', 'markdown'], {
    input: WEB,
  });

  expect(code).toBe(0);
  expect(out).toContain('- Container cloud: 2 × 8 CPU, 32Gi');
});

test('what cannot be read is named, and no half of a report is written', async () => {
  file('good.yaml', WEB);
  file('bad.yaml', 'kind: [');
  const out = join(folder, 'report');
  const outcome = await runZnyw(['report', '--from', folder, '--out', out]);

  expect(outcome).toMatchObject({ code: 3, out: '' });
  expect(outcome.err).toContain(`not read ${join(folder, 'bad.yaml')}: line 1: `);
  expect(outcome.err).toContain('error: a report on a part would look like one on the whole\n');
  expect(readdirSync(folder).sort()).toEqual(['bad.yaml', 'good.yaml']);
});

test('Markdown goes to a file when asked to, in the language that is asked for', async () => {
  const out = file('report.md', 'old');
  const outcome = await runZnyw([
    'report',
    '--environment',
    'test',
    '--output',
    'markdown',
    '--lang',
    'zh',
    '--out',
    out,
  ]);

  expect(outcome).toEqual({ code: 0, out: `wrote ${out}\n`, err: '' });
  expect(readFileSync(out, 'utf8')).toMatch(/^# 部署报告\n\n## test\n/);
  expect(readdirSync(folder)).toEqual(['report.md']);
});

test.each([
  [['--output', 'pdf'], 'unknown output "pdf"; known: html, markdown'],
  [['--environment', 'prd'], 'unknown environment "prd"; did you mean "prod"? known: test, prod'],
  [['dist/prod'], '"dist/prod" belongs to no option; --from names the YAML to show'],
  [['--lang', 'de'], 'unknown language "de"; known: en, zh'],
])('%j is refused', async (args, message) => {
  expect(await runZnyw(['report', ...args])).toEqual({ code: 2, out: '', err: `error: ${message}\n` });
});

test('a person who reads only the errors sees what takes time, and nothing of it stays', async () => {
  for (let number = 0; number < 201; number += 1) {
    file(`m${number}.yaml`, `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: m${number} }\n`);
  }
  const args = ['report', '--from', folder, '--output', 'markdown'];

  const seen = await runZnyw(args, { errIsTerminal: true });
  const chinese = await runZnyw([...args, '--lang', 'zh'], { errIsTerminal: true });
  const piped = await runZnyw(args, { isTerminal: true });

  expect(progressIn(seen.err).shown[0]).toBe(`reading 0 of 201 files in ${folder}`);
  expect(progressIn(seen.err).rest).toBe('\r\u001B[K');
  expect(progressIn(chinese.err).shown[0]).toBe(`正在读取文件 0 / 201：${folder}`);
  expect(piped).toEqual({ code: 0, out: seen.out, err: '' });
});
