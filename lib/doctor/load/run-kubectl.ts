/** What a call of kubectl came to. */
export interface KubectlResult {
  /** Exit code, or null where a signal ended it. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it was ended. @default it came to its own end */
  readonly ended?: 'timed-out' | 'too-much-output';
}

/** How long a call may take and how much it may say. */
export interface KubectlBounds {
  readonly timeoutMillis: number;
  readonly maxOutputBytes: number;
}

/**
 * Runs kubectl to its end, without a shell and without an input: it may ask nobody for a password.
 *
 * It rejects only where kubectl could not be started: with the code `ENOENT` if it is missing.
 */
export type RunKubectl = (args: readonly string[], bounds: KubectlBounds) => Promise<KubectlResult>;
