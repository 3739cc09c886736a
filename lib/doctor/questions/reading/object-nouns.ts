import { readKinds } from '../../cluster/read-kinds';
import type { Text } from '../../../text';

/** What people call that which is refused, by the API server's plural. */
const NOUNS: ReadonlyMap<string, readonly [one: string, many: string, zh: string]> = new Map([
  ['pods', ['Pod', 'Pods', 'Pod']],
  ['Pod', ['Pod', 'Pods', 'Pod']],
  ['persistentvolumeclaims', ['claim', 'claims', 'PVC']],
]);

/** Returns a number of objects as a sentence has it: `2 Pods`, `2 个 Pod`. */
export function countedObjects(count: number, plural: string): Text {
  const [one, many, zh] = nounsOf(plural);
  return { en: `${count} ${count === 1 ? one : many}`, zh: `${count} 个 ${zh}` };
}

/** Returns what people call one object of an API server's plural: `Deployment`. */
export function nounOf(plural: string): string {
  return nounsOf(plural)[0];
}

function nounsOf(plural: string): readonly [one: string, many: string, zh: string] {
  const known = NOUNS.get(plural);
  if (known !== undefined) return known;
  const kind = readKinds.find(({ resource }) => resource === plural)?.kind;
  return kind === undefined ? ['object', 'objects', '对象'] : [kind, pluralOf(kind), kind];
}

function pluralOf(kind: string): string {
  if (kind.endsWith('s')) return `${kind}es`;
  return kind.endsWith('y') ? `${kind.slice(0, -1)}ies` : `${kind}s`;
}
