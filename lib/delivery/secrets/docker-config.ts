import { OperatorError } from '../../operator-error';
import { asObject, asText } from '../../validation/manifest';
import type { Json, JsonObject } from '../../validation/manifest';
import type { RegistryLogin } from './pull-secret';

const REMEDY = 'Use --username, and give the password on standard input.';

/**
 * Returns the login to one registry that a `config.json` of docker holds; the logins to others are left alone.
 *
 * No message quotes the text, and no error is passed on as a cause: that of `JSON.parse` quotes what it could not read.
 *
 * @param file where the text comes from, for messages
 * @throws OperatorError if it holds none that works in a cluster
 */
export function loginInDockerConfig(text: string, host: string, file: string): RegistryLogin {
  const config = parsed(text, file);
  const auths = asObject(config['auths']);
  const name = [host, ...Object.keys(auths)].find((key) => Object.hasOwn(auths, key) && hostOf(key) === host);
  const helper = asText(asObject(config['credHelpers'])[host]) || asText(config['credsStore']);
  if (name === undefined && helper === '') {
    throw new OperatorError(`${file} has no login to ${host}`, `Run "docker login ${host}" first. Or: ${REMEDY}`);
  }
  const entry = asObject(name === undefined ? undefined : auths[name]);
  const login = tryLogin(entry, host);
  if (login !== undefined) return login;
  if (asText(entry['identitytoken']) !== '' || asText(entry['registrytoken']) !== '') {
    throw new OperatorError(
      `${file} has a token for ${host} and no password; a kubelet logs in with a password`,
      REMEDY,
    );
  }
  if (helper !== '') {
    throw new OperatorError(`${file} leaves the login to ${host} to the credential helper "${helper}"`, REMEDY);
  }
  throw new OperatorError(`${file} has an entry for ${host} without a user name and a password`, REMEDY);
}

function parsed(text: string, file: string): JsonObject {
  try {
    const value: Json = JSON.parse(text);
    return asObject(value);
  } catch {
    throw new OperatorError(`${file} is not JSON`, REMEDY);
  }
}

/** Docker itself has written keys with a scheme and a path. */
function hostOf(key: string): string {
  return key.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
}

/** Reads `auth` before the two fields of their own, as docker and the kubelet do. */
function tryLogin(entry: JsonObject, host: string): RegistryLogin | undefined {
  const auth = Buffer.from(asText(entry['auth']), 'base64').toString();
  const colon = auth.indexOf(':');
  const [username, password] =
    colon === -1
      ? [asText(entry['username']), asText(entry['password'])]
      : [auth.slice(0, colon), auth.slice(colon + 1)];
  // Some clients fill `auth` up with zero bytes: docker/cli cli/config/configfile/file.go, decodeAuth.
  const trimmed = password.replace(/\0+$/, '');
  return username === '' || trimmed === '' ? undefined : { host, username, password: trimmed };
}
