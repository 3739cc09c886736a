/** The words by which the name of a variable or setting says that its value is a secret. */
const SECRET_WORD = /PASSWORD|PASSWD|PASSPHRASE|SECRET|TOKEN|API_?KEY|PRIVATE_?KEY|CREDENTIAL|(?:^|_)(?:PASS|PWD)$/i;

/** What a name ends with that is about a secret and not one: where it is, how long it lives, what it is called. */
const ABOUT_SECRET = new RegExp(
  String.raw`(?:${[
    'FILES?|PATH|DIR|DIRECTORY|FOLDER|LOCATION|MOUNT|URLS?|URI|ENDPOINT|HOST|PORT|NAMES?|NAMESPACE|KEY_?ID|REF',
    'ENABLED?|DISABLED?|REQUIRED|ALLOWED|TTL|TIMEOUT|EXPIR[A-Z]*|LIFETIME|DURATION|INTERVAL|AGE|SECONDS|MINUTES|DAYS',
    'LENGTH|SIZE|LIMIT|COUNT|MAX|MIN|MODE|TYPE|FORMAT|ALGORITHM|HEADER|PREFIX|SUFFIX|POLICY|VERSION|CLASS',
    'ISSUER|AUDIENCE|PROVIDER|STORE|BACKEND|ENGINE|FIELD|CLAIM|SCHEME|ENCODER|ENCODING|USER|USERNAME',
  ].join('|')})$`,
  'i',
);

/** The variables of a shell for its folders. */
const FOLDERS: ReadonlySet<string> = new Set(['PWD', 'OLDPWD']);

/** Tells whether the value of a variable or setting of this name is a secret, as that of `MYSQL_PASSWORD` is. */
export function namesSecret(name: string): boolean {
  return SECRET_WORD.test(name) && !ABOUT_SECRET.test(name) && !FOLDERS.has(name);
}
