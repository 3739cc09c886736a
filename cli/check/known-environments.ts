import type { RuleEnvironment } from '../../lib/validation/rule';
import { unknownName } from '../usage-error';

/** An environment of this program, as the rules know it. */
export type NamedEnvironment = RuleEnvironment & { readonly name: string };

/** Returns the environments of this program. Their data are loaded only here, since with them comes all of cdk8s. */
export async function knownEnvironments(): Promise<readonly NamedEnvironment[]> {
  const [{ allEnvironments }, { ruleEnvironment }] = await Promise.all([
    import('../../lib/environments/all-environments.ts'),
    import('../../lib/app/rule-environment.ts'),
  ]);
  return allEnvironments.map((environment) => ({ ...ruleEnvironment(environment), name: environment.name }));
}

/**
 * Returns the environment of a name.
 *
 * @throws UsageError if there is none
 */
export async function environmentNamed(name: string): Promise<NamedEnvironment> {
  const environments = await knownEnvironments();
  const environment = environments.find((candidate) => candidate.name === name);
  if (environment !== undefined) return environment;
  throw unknownName(
    'environment',
    name,
    environments.map((known) => known.name),
  );
}
