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
    errIsTerminal: false,
    ...parts,
  };
  const code = await runCommand(args, terminal);
  return { code, out, err };
}

/** What a terminal gets to show a line in place of the one before. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const SHOWN = /\r\u001B\[\?7l([^\u001B]*)\u001B\[K\u001B\[\?7h/g;

/** Returns the lines of progress that were written to a terminal, and the rest. */
export function progressIn(err: string): { readonly shown: readonly string[]; readonly rest: string } {
  return { shown: [...err.matchAll(SHOWN)].map(([, text = '']) => text), rest: err.replaceAll(SHOWN, '') };
}

async function* bytesOf(text: string): AsyncGenerator<Uint8Array, void> {
  yield Promise.resolve(Buffer.from(text));
}
