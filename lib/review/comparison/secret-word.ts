import { namesSecret } from '../../validation/secrets/secret-names';

/** Names of secrets beyond those that may not stand in the YAML: it is worse to show one than to hide too much. */
const MORE_SECRETS =
  /(?:^|_)(?:BINDPW|ROOTPW|REQUIREPASS|MASTERAUTH|PASSWDS?|PGPASS|NETRC|AUTH|AUTHORIZATION|COOKIE|(?:ACCESS|ENCRYPTION|SIGNING|MASTER|AUTH|SSH|HMAC|ACCOUNT)_?KEY)$/i;
/** Without one of these no name is that of a secret; to look for it first is what makes large sets quick. */
const HINT = /pass|pwd|pw|secret|token|key|credential|auth|cookie|netrc/i;
const ANY_KEY = /_KEY$/i;
const PASSWORD = /PASS|PWD|PASSWD|BINDPW|ROOTPW|MASTERAUTH/i;
const SWITCH = /^(?:true|false|yes|no|on|off|null|nil|none|~)$/i;
const NUMBER = /^[-+]?\d+(?:\.\d+)?(?:ms|s|m|h|d)?$/i;
/** Where a value comes from, as a whole. A default in it, as in `${X:-value}`, would be a value. */
const REFERENCE =
  /^(?:\$\{[\w.]{1,256}\}|\$\([^()]{1,256}\)|\$[A-Z_][A-Z0-9_]*|\{\{[^{}]{1,256}\}\}|%\([\w.]{1,256}\)s|%s(?:\\n)?|<[\w .-]{1,64}>|\*+)$/;

/** A call that is given a variable, the name of one or a path, and a function: what a program does for a secret. */
const CODE =
  /^(?:await\s+|new\s+)?[A-Za-z_][\w.]{0,128}\((?:[A-Za-z_][\w.]*|["'](?:[./~][^"']*|[A-Z][A-Z0-9_]*)["'])[^"'\n]{0,64}(?:\)|["'])|^\([\w\s,]{0,128}\)\s*=>/;

/** Tells whether a value begins with what a program does to get it, `read('/run/secrets/x')`. */
export function isCode(text: string): boolean {
  return CODE.test(text.slice(0, 512));
}

/** Tells whether a text stands for a value that is given elsewhere: `${X}`, `$(cat /run/secrets/x)`. */
export function isReference(text: string): boolean {
  return text === '' || REFERENCE.test(text);
}

/** Tells whether the value of a setting of this name is to be hidden. */
export function isSecretName(name: string): boolean {
  if (!HINT.test(name)) return false;
  const words = inWords(name);
  return namesSecret(words) || MORE_SECRETS.test(words);
}

/** Tells whether the value of a variable of this name is to be hidden: of variables, every `…_KEY` counts. */
export function isSecretVariable(name: string): boolean {
  return isSecretName(name) || ANY_KEY.test(inWords(name));
}

/** Tells whether a value of a setting that is called like a secret may be shown all the same: it is none. */
export function isNoSecret(name: string, value: string): boolean {
  const text = value.trim();
  if (text === '' || SWITCH.test(text) || REFERENCE.test(text)) return true;
  // How many tokens are allowed is a number too.
  return NUMBER.test(text) && !PASSWORD.test(name);
}

/** `dbPassword`, `db.password` and `db-password` are one name. */
function inWords(name: string): string {
  return name
    .slice(-256)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]/g, '_');
}
