/** The codes with which a file system says that there is nothing, or no way to it. */
const ABSENT: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ELOOP']);

/** The reasons for which a file system refuses, in words that continue the name of the file. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'does not exist'],
  ['ENOTDIR', 'does not exist'],
  ['EACCES', 'may not be read by this user (EACCES)'],
  ['EPERM', 'may not be read by this user (EPERM)'],
  ['ELOOP', 'is a link that leads back to itself'],
]);

/**
 * Says why a file cannot be read.
 *
 * @throws the error itself, if it does not come from the file system: a bug of ours
 */
export function fileProblem(error: unknown): string {
  const code = tryCode(error);
  if (code === undefined) throw error;
  return REASONS.get(code) ?? `cannot be read (${code})`;
}

/** Tells whether an error of the file system says that there is no such file. */
export function isAbsent(error: unknown): boolean {
  return ABSENT.has(tryCode(error) ?? '');
}

function tryCode(error: unknown): string | undefined {
  // Not instanceof: within jest the errors of the file system are of another realm.
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
