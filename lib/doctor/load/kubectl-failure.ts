import type { KubectlResult } from './run-kubectl';

/** Why kubectl has no answer. Each is another thing to do. */
export type FailureKind =
  | 'forbidden'
  | 'unauthorized'
  | 'not-found'
  | 'unreachable'
  | 'timed-out'
  | 'certificate'
  | 'configuration'
  | 'unknown-kind'
  | 'too-much-output'
  | 'missing-program'
  | 'not-an-answer'
  | 'other';

/** A call of kubectl without an answer. */
export interface KubectlFailure {
  readonly kind: FailureKind;
  /** What it said, on one line. */
  readonly message: string;
}

/** The longest message that is kept: what a proxy answers may be a whole page. */
const MAX_MESSAGE = 400;

/**
 * What kubectl 1.27 says, each tried against a server, with what it means. The first that fits counts.
 *
 * A client certificate that has expired is told by the server as `the server has asked for the client to provide
 * credentials`, a token as `You must be logged in to the server`.
 */
const SAID: readonly (readonly [pattern: RegExp, kind: FailureKind])[] = [
  [/\(Forbidden\)|is forbidden:/, 'forbidden'],
  [/\(Unauthorized\)|must be logged in|provide credentials|getting credentials|no Auth Provider found/, 'unauthorized'],
  [/x509:|certificate|tls: |TLS handshake|HTTP response to HTTPS client/, 'certificate'],
  [/the server doesn't have a resource type/, 'unknown-kind'],
  [
    /context was not found|cannot locate context|context "[^"]*" does not exist|current-context must exist|error loading config file|auth info "|cluster "[^"]*" does not exist|^error: stat |invalid configuration|no such file or directory|localhost:8080/i,
    'configuration',
  ],
  [/\(NotFound\)/, 'not-found'],
  [/timeout|timed out|deadline exceeded|Client\.Timeout|\(Timeout\)|i\/o timeout/i, 'timed-out'],
  [
    /was refused|no such host|connection refused|no route to host|network is unreachable|connection reset|Unable to connect|EOF|proxyconnect|server misbehaving/i,
    'unreachable',
  ],
  [
    /invalid character|couldn't get (?:version|current server)|unable to parse|unexpected end of JSON/i,
    'not-an-answer',
  ],
  [/\(ServiceUnavailable\)|\(InternalError\)|currently unable to handle/, 'unreachable'],
];

/** Returns why a call that did not succeed has no answer. */
export function failureOf({ status, stderr, ended }: KubectlResult): KubectlFailure {
  if (ended === 'timed-out') return { kind: 'timed-out', message: 'kubectl had no answer in time and was ended' };
  if (ended === 'too-much-output') return { kind: 'too-much-output', message: 'the answer is larger than is read' };
  const message = lastWords(stderr);
  const kind = SAID.find(([pattern]) => pattern.test(message))?.[1] ?? 'other';
  return { kind, message: message === '' ? `kubectl ended with ${status ?? 'a signal'} and said nothing` : message };
}

/** Returns the failure of a kubectl that could not even be started. */
export function failureToStart(error: unknown): KubectlFailure {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return { kind: 'missing-program', message: 'there is no program kubectl on the PATH' };
  return {
    kind: 'missing-program',
    message: `kubectl could not be started (${code === '' ? 'no reason told' : code})`,
  };
}

/** Returns the last line, which is the error itself: before it stand warnings, and each try of a discovery that failed. */
function lastWords(stderr: string): string {
  const lines = stderr
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const errors = lines.filter((line) => !/^(?:[EWI]\d{4} |W?arning: )/.test(line));
  return (errors.at(-1) ?? lines.at(-1) ?? '').slice(0, MAX_MESSAGE);
}
