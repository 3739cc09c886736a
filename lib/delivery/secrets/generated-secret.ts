import { randomInt } from 'node:crypto';
import { OperatorError } from '../../operator-error';
import { howMade } from './how-made';
import type { ListedSecret } from './secret-list';
import type { SecretObject } from './secret-object';
import { purposeText } from './secret-purpose';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** What neither a shell, a quoted SQL string, a URL, YAML nor a properties file reads as anything but itself. */
const ALPHABET = `${LETTERS}0123456789-_`;

/** 6 bits a character but for the first: as strong as a key of 128 bits, with room. */
const LENGTH = 32;

/**
 * Returns a Secret with a random value for each of its keys.
 *
 * @throws OperatorError if its content has to come from somebody else, with the command that makes it
 */
export function generatedSecret(secret: ListedSecret, environment: string): SecretObject {
  const { name, namespace, keys, purpose, canBeGenerated } = secret;
  if (!canBeGenerated) {
    throw new OperatorError(
      `Secret ${namespace}/${name} cannot have random values: ${purposeText(purpose)}`,
      `Make it with: ${howMade(secret, environment)}`,
    );
  }
  const data = Object.fromEntries(keys.map(({ key }) => [key, randomPassword()]));
  return { name, namespace, type: 'Opaque', data };
}

/** Begins with a letter, as a leading hyphen makes an option of a password and a leading digit a number. */
function randomPassword(): string {
  return Array.from({ length: LENGTH }, (_, index) => randomSign(index === 0 ? LETTERS : ALPHABET)).join('');
}

function randomSign(alphabet: string): string {
  return alphabet.charAt(randomInt(alphabet.length));
}
