import { createHash } from 'node:crypto';
import { Header } from 'tar';

const BLOCK = 512;

/** An entry of a tar file for a test. */
export interface TestEntry {
  readonly name: string;
  readonly content?: string;
  /** @default File */
  readonly type?: 'File' | 'SymbolicLink' | 'Directory';
  /** What the header says of its length. @default the length of the content */
  readonly size?: number;
}

/** Returns a tar file of these entries, as bytes. */
export function tarOf(...entries: readonly TestEntry[]): Buffer {
  return Buffer.concat([...entries.flatMap(entryBlocks), Buffer.alloc(2 * BLOCK)]);
}

function entryBlocks({ name, content = '', type = 'File', size }: TestEntry): readonly Buffer[] {
  const bytes = Buffer.from(content);
  const linkpath = type === 'SymbolicLink' ? 'elsewhere' : undefined;
  const header = new Header({ path: name, size: size ?? bytes.length, mode: 0o644, type, linkpath });
  header.encode();
  const padding = Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK);
  return [header.block ?? Buffer.alloc(0), bytes, padding];
}

/**
 * Returns the entries of an archive as `docker save` makes it, with one layer.
 *
 * @param references what the image is called in it
 * @param content of the layer, by which two archives of the same image differ
 */
export function savedImage(references: readonly string[], content = 'a layer'): readonly TestEntry[] {
  const layer = { name: `${sha256(content)}.tar`, content };
  const description = JSON.stringify({
    architecture: 'amd64',
    os: 'linux',
    rootfs: { type: 'layers', diff_ids: [`sha256:${sha256(content)}`] },
  });
  const config = { name: `${sha256(description)}.json`, content: description };
  const manifest = [{ Config: config.name, RepoTags: references, Layers: [layer.name] }];
  return [layer, config, { name: 'manifest.json', content: JSON.stringify(manifest) }];
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
