import { howMade } from './how-made';
import type { ListedSecret } from './secret-list';
import { purposeText } from './secret-purpose';

/** Returns the list for a person: a Secret a paragraph. */
export function secretListText(secrets: readonly ListedSecret[], environment: string): string {
  return secrets.map((secret) => secretText(secret, environment)).join('\n');
}

/** Returns the list for another program: one JSON object, the same bytes for the same input. */
export function secretListJson(secrets: readonly ListedSecret[], environment: string): string {
  const content = secrets.map(({ purpose, ...secret }) => ({
    ...secret,
    kind: purpose?.kind ?? 'unknown',
    purpose: purposeText(purpose),
    toMake: howMade({ ...secret, ...(purpose === undefined ? {} : { purpose }) }, environment),
  }));
  return `${JSON.stringify({ secrets: content }, null, 2)}\n`;
}

function secretText(secret: ListedSecret, environment: string): string {
  const { namespace, name, purpose, keys, usedBy } = secret;
  const withKey = new Set(keys.flatMap((key) => key.usedBy));
  // Those that ask for a key stand beside it.
  const others = usedBy.filter((user) => !withKey.has(user));
  const lines = [
    `Secret ${namespace}/${name}: ${purposeText(purpose)}`,
    ...keys.map(({ key, usedBy: users }) => `  key ${key}: ${users.join(', ') || 'nobody asks for it'}`),
    ...(others.length === 0 ? [] : [`  all keys: ${others.join(', ')}`]),
    `  to make: ${howMade(secret, environment)}`,
  ];
  return `${lines.join('\n')}\n`;
}
