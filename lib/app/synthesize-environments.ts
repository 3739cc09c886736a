import { requireEnvironments } from '../environments/check-environments';
import type { Environment } from '../environments/environment';
import { OperatorError } from '../operator-error';
import type { EnvironmentApp, Synthesis } from './environment-app';
import { recoverFolders, replaceFolders } from './replace-folders';

/** Makes the app of an environment. */
export type Build = (environment: Environment) => EnvironmentApp;

/** An environment, and what its synth came to. */
export interface SynthesizedEnvironment extends Synthesis {
  readonly environment: Environment;
}

/**
 * Checks all environments, then builds and checks all apps, and only then writes `<folder>/<environment>/`.
 *
 * @throws OperatorError with every reason of every environment, if anything is wrong; the folder is as it was then
 */
export function synthesizeEnvironments(
  environments: readonly Environment[],
  build: Build,
  folder: string,
): readonly SynthesizedEnvironment[] {
  recoverFolders(folder);
  requireEnvironments(environments);
  const reasons: string[] = [];
  const synthesized: SynthesizedEnvironment[] = [];
  for (const environment of environments) {
    try {
      synthesized.push({ environment, ...build(environment).prepare() });
    } catch (error) {
      reasons.push(reason(environment, error));
    }
  }
  if (reasons.length > 0) {
    throw new OperatorError([...new Set(reasons)].join('\n'));
  }
  replaceFolders(folder, new Map(synthesized.map(({ environment, files }) => [environment.name, files])));
  return synthesized;
}

/** Returns a refusal or a mistake in a stack as text; anything else is a bug of ours and goes on its way. */
function reason(environment: Environment, error: unknown): string {
  if (error instanceof OperatorError) {
    return error.remedy === '' ? error.message : `error: ${error.message}\n  to fix: ${error.remedy}`;
  }
  if (error instanceof RangeError) {
    return `error environment ${environment.name}: ${error.message}${place(error)}`;
  }
  throw error;
}

/** Says where in a stack, or where the stacks are put together, the mistake is. */
function place(error: RangeError): string {
  const frame = /[\\/](lib[\\/]stacks[\\/][\w.-]+\.ts|lib[\\/]app[\\/]build-app\.ts):(\d+)/.exec(error.stack ?? '');
  return frame === null ? '' : `\n  at ${frame[1] ?? ''}, line ${frame[2] ?? ''}`;
}
