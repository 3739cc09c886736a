import { allEnvironments } from '../lib/environments/all-environments';
import type { Environment } from '../lib/environments/environment';
import { unknownName, UsageError } from './usage-error';

/**
 * Returns the environment that `--environment` names.
 *
 * @throws UsageError if it is not given, or there is none of that name
 */
export function namedEnvironment(name: string | undefined): Environment {
  const known = allEnvironments.map((environment) => environment.name);
  if (name === undefined) throw new UsageError(`--environment is missing; known: ${known.join(', ')}`);
  const environment = allEnvironments.find((candidate) => candidate.name === name);
  if (environment === undefined) throw unknownName('environment', name, known);
  return environment;
}
