import type { Text } from '../../../text';

/** What people call that which is refused, by the API server's plural. */
const NOUNS: ReadonlyMap<string, readonly [one: string, many: string, zh: string]> = new Map([
  ['pods', ['Pod', 'Pods', 'Pod']],
  ['Pod', ['Pod', 'Pods', 'Pod']],
  ['persistentvolumeclaims', ['claim', 'claims', 'PVC']],
  ['jobs.batch', ['Job', 'Jobs', 'Job']],
  ['replicasets.apps', ['ReplicaSet', 'ReplicaSets', 'ReplicaSet']],
  ['services', ['Service', 'Services', 'Service']],
]);

/** Returns a number of objects as a sentence has it: `2 Pods`, `2 个 Pod`. */
export function countedObjects(count: number, plural: string): Text {
  const [one, many, zh] = NOUNS.get(plural) ?? ['object', 'objects', '对象'];
  return { en: `${count} ${count === 1 ? one : many}`, zh: `${count} 个 ${zh}` };
}
