import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asText } from '../validation/manifest';
import { readManifests } from './read-manifests';

const NAMED = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${name}\n`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Reads paths of the folder, and names files relative to it. */
async function read(...paths: readonly string[]) {
  const { manifests, unread } = await readManifests(
    paths.map((path) => join(folder, path)),
    () => inChunks(''),
  );
  const short = (file: string) => file.replace(`${folder}/`, '');
  return {
    objects: manifests.map(({ file, json }) => `${short(file)} ${JSON.stringify(json['metadata'])}`),
    unread: unread.map(({ file, reason }) => `${short(file)} ${reason}`),
  };
}

async function* inChunks(...chunks: readonly string[]): AsyncGenerator<Uint8Array, void> {
  for (const chunk of chunks) yield Promise.resolve(Buffer.from(chunk));
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), content);
}

test('a folder is read with all below it, sorted by name, and only files that are manifests by name', async () => {
  write('b.yaml', NAMED('b'));
  write('a/c.yml', NAMED('c'));
  write('a/d.json', '{"kind": "ConfigMap", "metadata": {"name": "d"}}');
  write('README.md', 'no: [yaml');
  write('node_modules/x/package.json', '{');
  write('.git/config.yaml', ':');

  expect(await read('.')).toEqual({
    objects: ['a/c.yml {"name":"c"}', 'a/d.json {"name":"d"}', 'b.yaml {"name":"b"}'],
    unread: [],
  });
});

test('a file that is named is read whatever its name', async () => {
  write('objects.txt', `${NAMED('a')}---\n# nothing\n---\n${NAMED('b')}`);

  expect(await read('objects.txt')).toEqual({
    objects: ['objects.txt {"name":"a"}', 'objects.txt {"name":"b"}'],
    unread: [],
  });
});

test('a file counts once, however many paths and links lead to it', async () => {
  write('x/a.yaml', NAMED('a'));
  symlinkSync(join(folder, 'x'), join(folder, 'x/round'));
  symlinkSync('a.yaml', join(folder, 'x/b.yaml'));

  expect(await read('x', 'x/a.yaml', 'x')).toEqual({ objects: ['x/a.yaml {"name":"a"}'], unread: [] });
});

test('what cannot be read is named with its reason, and the rest is read', async () => {
  write('1-good.yaml', NAMED('good'));
  write('2-binary.yaml', Buffer.from([0x1f, 0x8b, 0x00]));
  write('3-broken.yaml', `${NAMED('first')}---\na: 1\na: 2\n---\n${NAMED('third')}---\nb: [\n`);
  write('4-text.yaml', 'hello\n');
  write('5-separator.yaml', '--- {a: 1}\nb: 2\n');
  write('6-large.yaml', '');
  truncateSync(join(folder, '6-large.yaml'), 100 * 2 ** 20);
  symlinkSync('nowhere', join(folder, '7-link.yaml'));
  symlinkSync('nowhere', join(folder, '8-link'));

  expect(await read('.', 'absent.yaml')).toEqual({
    objects: ['1-good.yaml {"name":"good"}', '3-broken.yaml {"name":"first"}', '3-broken.yaml {"name":"third"}'],
    unread: [
      '7-link.yaml does not exist',
      'absent.yaml does not exist',
      '2-binary.yaml is binary: it has a zero byte',
      '3-broken.yaml line 7: has the key "a" twice in one object, the first in line 6',
      '3-broken.yaml line 14: is not YAML: flow sequence in block collection must be sufficiently indented and end with a ]',
      '4-text.yaml line 1: is a string, where an API object is expected',
      '5-separator.yaml line 1: has something besides a comment behind "---"; kubectl reads nothing from here on',
      '6-large.yaml is larger than 32 MiB, the most that is read of one file; split it',
    ],
  });
});

test('a path that leads to no object is named, since nothing is established about it', async () => {
  write('empty/notes.txt', 'hello');
  write('comments.yaml', '# nothing\n');

  expect(await read('empty', 'comments.yaml')).toEqual({
    objects: [],
    unread: ['empty has no file *.yaml, *.yml or *.json', 'comments.yaml has no API object'],
  });
});

test('an empty List is an answer', async () => {
  write('list.yaml', 'apiVersion: v1\nkind: List\nitems: []\n');

  expect(await read('list.yaml')).toEqual({ objects: [], unread: [] });
});

test('on standard input each object counts as a file of its own', async () => {
  const { manifests, unread } = await readManifests(['-'], () =>
    inChunks(
      NAMED('a').slice(0, 9),
      `${NAMED('a').slice(9)}---\nkind: List\n`,
      'items:\n- {kind: Pod}\n- {kind: Job}\n',
    ),
  );

  expect(manifests.map(({ file, json }) => `${file} ${asText(json['kind'])}`)).toEqual([
    '-#1 ConfigMap',
    '-#2 Pod',
    '-#3 Job',
  ]);
  expect(unread).toEqual([]);
});

test('standard input that never ends is read up to the bound', async () => {
  async function* endless(): AsyncGenerator<Uint8Array, void> {
    for (;;) yield Promise.resolve(Buffer.alloc(2 ** 20, 'a: b\n'));
  }

  const { unread } = await readManifests(['-'], endless);

  expect(unread).toEqual([{ file: '-', reason: 'is larger than 32 MiB, the most that is read of one file; split it' }]);
});
