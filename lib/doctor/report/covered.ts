/** A password in a URL, and a setting whose name says that it is a secret. Every repetition is bounded. */
const SECRETS: readonly (readonly [pattern: RegExp, cover: string])[] = [
  [/(:\/\/[^\s:@/"'<>]{0,256}:)[^\s@/"'<>]{1,256}@/g, '$1****@'],
  // What follows in prose is no password and tells much: `using password: YES`, `token: expired`.
  [
    /((?:password|passwd|passphrase|secret|token|credential|api[_-]?key)s?["']?\s{0,8}[=:]\s{0,8})(?!(?:YES|NO|not|is|was|wrong|missing|expired|invalid|incorrect|required|failed|cannot|null|none)\b)("[^"]{1,256}"|'[^']{1,256}'|[^\s"',;&)]{1,256})/gi,
    '$1****',
  ],
  [/(\bBearer\s{1,4})[\w.~+/-]{8,4096}=*/g, '$1****'],
];

/** Returns a text that a program printed with the passwords and tokens in it covered. */
export function covered(text: string): string {
  return SECRETS.reduce((result, [pattern, cover]) => result.replace(pattern, cover), text);
}
