import { createHash } from 'node:crypto';

/**
 * The property that tells from SVN itself, on any machine, what was published last.
 *
 * On a file it is the SHA-256 of the content that was published: where the content has another, somebody changed it by
 * hand. On the folder it is the list of all published files, the way `sha256sum --check` reads it: it tells that a file
 * was deleted by hand, and since it changes with every publication, SVN refuses the second of two that began alike, even
 * where they touch different files; a mixture of two sets was never checked by the rules as a whole.
 */
export const PUBLISHED = 'znyw:published';

/** Nothing but this is ever taken for a file of ours, whatever a property in SVN says: it is used as a path. */
const PUBLISHED_NAME = /^[A-Za-z0-9][\w.-]{0,240}\.k8s\.yaml$/;

const LIST_LINE = /^[0-9a-f]{64} {2}(.+)$/;

/** Tells whether a file may be one of ours by its name. */
export function isPublishedName(name: string): boolean {
  return PUBLISHED_NAME.test(name);
}

/** Returns the SHA-256 of a content, in 64 hexadecimal digits. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Returns the value of the property on the folder. */
export function publishedList(files: ReadonlyMap<string, string>): string {
  return [...files]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, text]) => `${contentHash(text)}  ${name}\n`)
    .join('');
}

/** Returns the names in the value of the property on the folder; lines that somebody spoilt are left out. */
export function namesInList(list: string): readonly string[] {
  return list.split('\n').flatMap((line) => {
    const name = LIST_LINE.exec(line)?.[1] ?? '';
    return isPublishedName(name) ? [name] : [];
  });
}
