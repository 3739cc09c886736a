/** How a command ends, for the scripts that call it. Fixed for ever; `diff` agrees with diff(1) and `kubectl diff`. */
export const exitCode = {
  fine: 0,
  /** Findings of severity error, or differences. */
  findings: 1,
  usage: 2,
  /** It could not run, or not on everything: a file or a tool is missing, a cluster out of reach. */
  couldNotRun: 3,
  /** A bug of ours. */
  bug: 70,
} as const;

/** One of the codes. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
