import { runCommand } from './run-command';
import type { Terminal } from './terminal';

/** What a command line came to. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line as `znyw` does, with a terminal that only remembers. */
export async function runZnyw(
  args: readonly string[],
  parts: Partial<Terminal> & { input?: string } = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    env: {},
    stdin: () => bytesOf(parts.input ?? ''),
    isTerminal: false,
    ...parts,
  };
  const code = await runCommand(args, terminal);
  return { code, out, err };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array, void> {
  yield Promise.resolve(Buffer.from(text));
}
