import type { Environment } from '../environments/environment';
import { OperatorError } from '../operator-error';
import { synthesisTable } from './synthesis-table';
import { synthesizeEnvironments, type Build } from './synthesize-environments';

/**
 * Synthesizes all environments and says on a stream what came of it: warnings and a table, or every reason why nothing was written.
 *
 * @returns the exit code: 0, or 1 if it was refused
 * @throws whatever is neither a refusal nor a mistake in the data or stacks: a bug of ours, with its stack
 */
export function runSynthesis(
  environments: readonly Environment[],
  build: Build,
  folder: string,
  stream: { write(text: string): unknown },
): number {
  try {
    const synthesized = synthesizeEnvironments(environments, build, folder);
    for (const warning of synthesized.flatMap(({ warnings }) => warnings)) {
      stream.write(`${warning}\n`);
    }
    stream.write(synthesisTable(synthesized));
    return 0;
  } catch (error) {
    if (!(error instanceof OperatorError)) {
      throw error;
    }
    stream.write(`${error.message}\nnothing was written\n`);
    return 1;
  }
}
