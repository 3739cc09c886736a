import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { ArchiveError } from './archive-error';
import { readImageArchive } from './image-archive';
import { savedImage, tarOf } from './testing-archives';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function read(bytes: Buffer) {
  const file = join(folder, 'image.tar');
  writeFileSync(file, bytes);
  return readImageArchive(file);
}

const nginx = savedImage(['nginx:1.26.3']);

test('an archive is its image, its length and its checksum', async () => {
  const bytes = tarOf(...nginx);

  expect(await read(bytes)).toEqual({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    isCompressed: false,
    image: { references: ['nginx:1.26.3'] },
  });
});

test('a compressed one holds the same image; length and checksum are those of the file', async () => {
  const bytes = gzipSync(tarOf(...nginx));

  expect(await read(bytes)).toEqual({
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    isCompressed: true,
    image: { references: ['nginx:1.26.3'] },
  });
});

test('the description may stand first, and names may begin with ./', async () => {
  const entries = nginx.toReversed().map((entry) => ({ ...entry, name: `./${entry.name}` }));

  expect((await read(tarOf(...entries))).image).toEqual({ references: ['nginx:1.26.3'] });
});

test('a layer longer than one read passes through', async () => {
  const { image } = await read(tarOf(...savedImage(['a:1', 'b:2'], 'x'.repeat(3_000_000))));

  expect(image).toEqual({ references: ['a:1', 'b:2'] });
});

test('an image that was saved by its id has no reference', async () => {
  const [layer, config] = nginx;
  const manifest = [{ Config: config?.name, RepoTags: null, Layers: [layer?.name] }];
  const bytes = tarOf(...nginx.slice(0, 2), { name: 'manifest.json', content: JSON.stringify(manifest) });

  expect((await read(bytes)).image).toEqual({ references: [] });
});

const manifestOf = (content: string) => tarOf({ name: 'manifest.json', content });
const layout = (manifests: unknown) => tarOf({ name: 'index.json', content: JSON.stringify({ manifests }) });

test.each([
  ['an empty file', Buffer.alloc(0), /^cannot be read as a tar file: /],
  ['a text', Buffer.from('hello '.repeat(200)), /^cannot be read as a tar file: /],
  ['the half of one', tarOf(...nginx).subarray(0, 700), /^cannot be read as a tar file: /],
  ['the half of a compressed one', gzipSync(tarOf(...nginx)).subarray(0, 150), /^cannot be read as a tar file: /],
  ['an archive of anything', tarOf({ name: 'a', content: 'b' }), /^has no manifest\.json, so it holds no image$/],
  ['a cut one', tarOf(...nginx.slice(1)), /^lacks 1 of the 2 parts of its image, "[0-9a-f]{64}\.tar" first$/],
  ['two images', manifestOf('[{}, {}]'), /^holds 2 images; 1 is expected$/],
  ['no images', manifestOf('[]'), /^holds 0 images; 1 is expected$/],
  ['a manifest of another form', manifestOf('{"a": 1}'), /^holds 0 images; 1 is expected$/],
  ['an image of another form', manifestOf('[5]'), /^lacks 1 of the 1 parts of its image, "" first$/],
  ['a manifest that is no JSON', manifestOf('[{'), /^has a manifest\.json that is not JSON$/],
  ['a long manifest', manifestOf(' '.repeat(2 ** 20 + 1)), /^has a manifest\.json of 1048577 bytes; at most 1048576/],
  ['a manifest that says it is long', tarOf({ name: 'manifest.json', size: 2 ** 33 }), /of 8589934592 bytes/],
  [
    'a manifest elsewhere',
    tarOf({ name: 'manifest.json', type: 'SymbolicLink' }),
    /^has a manifest\.json that is no file$/,
  ],
  ['two manifests', tarOf(...nginx, ...nginx.slice(2)), /^has manifest\.json twice$/],
  [
    'an OCI layout',
    layout([{ annotations: { 'org.opencontainers.image.ref.name': 'nginx:1.26.3' } }, 7]),
    /^is an OCI layout of "nginx:1\.26\.3", ""; an archive of docker is expected$/,
  ],
  ['an empty layout', layout([]), /^is an OCI layout of nothing; an archive of docker is expected$/],
])('%s is refused', async (_, bytes, message) => {
  const refusal: unknown = await read(bytes).catch((error: unknown) => error);

  expect(refusal).toBeInstanceOf(ArchiveError);
  expect((refusal as ArchiveError).message).toMatch(message);
});

test('an OCI layout is refused with the command that converts it', async () => {
  await expect(read(layout([]))).rejects.toMatchObject({
    remedy: 'Convert it with: skopeo copy oci-archive:<file> docker-archive:<new file>:<image>:<version>',
  });
});

test('an archive of countless names is refused before they fill the memory', async () => {
  const entry = tarOf({ name: `${'n'.repeat(150)}/${'n'.repeat(99)}` }).subarray(0, 512);
  const bytes = gzipSync(Buffer.concat(Array.from({ length: 70_000 }, () => entry)), { level: 1 });

  await expect(read(bytes)).rejects.toThrow('has more names in it than an image: over 16777216 characters');
});

test('a file that expands beyond all measure is refused', async () => {
  const bytes = gzipSync(Buffer.alloc(2 ** 26));

  await expect(read(bytes)).rejects.toThrow(ArchiveError);
});

test('a file that is not there is the error of the file system', async () => {
  await expect(readImageArchive(join(folder, 'none.tar'))).rejects.toMatchObject({ code: 'ENOENT' });
});

test('whatever the bytes are, they are an archive or refused as none', async () => {
  const anArchive = tarOf(...nginx);
  const change = fc.record({ at: fc.nat(anArchive.length - 1), to: fc.nat(255), length: fc.nat(anArchive.length) });

  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 5 }), async (changes) => {
      const bytes = Buffer.from(anArchive);
      for (const { at, to } of changes) bytes[at] = to;
      const outcome: unknown = await read(bytes.subarray(0, changes[0]?.length)).catch((error: unknown) => error);

      expect(outcome instanceof ArchiveError || Object.hasOwn(outcome as object, 'sha256')).toBe(true);
    }),
  );
});
