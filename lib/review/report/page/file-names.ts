/**
 * Returns for each name, or the last part of a path, one that can stand in a file name, an id and an address: lower case letters, digits and
 * hyphens, and no two the same.
 */
export function fileNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = plainName(name);
    let unique = plain;
    for (let number = 2; taken.has(unique); number += 1) unique = `${plain}-${number}`;
    taken.add(unique);
    return unique;
  });
}

/** Long names are cut: file systems end at 255 bytes. */
const LONGEST = 60;

function plainName(name: string): string {
  const plain = (name.split('/').findLast((part) => part !== '') ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'set' : plain;
}
