import { sourcesOf } from '../lib/app/file-header';
import { render } from '../lib/app/rendering';
import { allEnvironments } from '../lib/environments/all-environments';
import type { Environment } from '../lib/environments/environment';
import { OperatorError } from '../lib/operator-error';
import type { Manifest } from '../lib/validation/manifest';
import { build } from '../lib/app/build-app';
import { namedEnvironment } from './named-environment';

/** An environment with the objects that a synth would write for it; whether the rules allow them is not asked. */
export interface BuiltEnvironment {
  readonly environment: Environment;
  readonly manifests: readonly Manifest[];
  /** The files to edit for a change, by the file that is written. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
}

/**
 * Returns the environment that `--environment` names.
 *
 * @throws UsageError if it is not given, or there is none of that name
 */
export function builtEnvironment(name: string | undefined): BuiltEnvironment {
  return built(namedEnvironment(name));
}

/** Returns every environment. */
export function builtEnvironments(): readonly BuiltEnvironment[] {
  return allEnvironments.map(built);
}

function built(environment: Environment): BuiltEnvironment {
  const { manifests, charts, failures } = render(build(environment));
  if (failures.length > 0) throw new OperatorError(failures.join('\n'), 'Correct it; npm run synth says more.');
  const sources = new Map([...charts].map(([file, chart]) => [file, sourcesOf(chart, environment)]));
  return { environment, manifests, sources };
}
