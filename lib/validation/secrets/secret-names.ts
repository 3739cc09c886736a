/** The words by which the name of a variable or setting says that its value is a secret, in small letters. */
const SECRET_WORD = /password|passwd|passphrase|secret|token|api_?key|private_?key|credential|(?:^|_)(?:pass|pwd)$/;

/** What a name ends with that is about a secret and not one: where it is, how long it lives, what it is called. */
const ABOUT_SECRET = [
  'file files path dir directory folder location mount url urls uri endpoint host port name names namespace ref',
  'keyid key_id enable enabled disable disabled required allowed ttl timeout lifetime duration interval age seconds',
  'minutes days length size limit count max min mode type format algorithm header prefix suffix policy version class',
  'issuer audience provider store backend engine field claim scheme encoder encoding user username',
].flatMap((line) => line.split(' '));

/** As in `TOKEN_EXPIRES` and `TOKEN_EXPIRATION`. */
const EXPIRY = /expir[a-z]*$/;

/** The variables of a shell for its folders. */
const FOLDERS: ReadonlySet<string> = new Set(['PWD', 'OLDPWD']);

/** Tells whether the value of a variable or setting of this name is a secret, as that of `MYSQL_PASSWORD` is. */
export function namesSecret(name: string): boolean {
  // In small letters: a long pattern that takes both kinds is several times as dear to compile.
  const words = name.toLowerCase();
  if (!SECRET_WORD.test(words) || FOLDERS.has(name)) return false;
  return !ABOUT_SECRET.some((end) => words.endsWith(end)) && !EXPIRY.test(words);
}
