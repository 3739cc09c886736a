import { OperatorError } from '../operator-error';
import { environmentSource, type Environment } from './environment';
import type { BrowserEntry } from '../platform/browser-entry';
import { environmentProblems, type DataProblem } from './environment-problems';

/**
 * Makes sure that the data of environments can be built from, before any construct is made.
 *
 * @throws OperatorError with every problem of every environment, if there is one
 */
export function requireEnvironments(environments: readonly Environment[]): void {
  const reasons = [...doubles(environments), ...environments.flatMap(problemTexts), ...sharedPlaces(environments)];
  if (reasons.length > 0) {
    throw new OperatorError(reasons.join('\n'));
  }
}

/** What is wrong with one environment. The types say what has to be there; where nobody checked them, this does. */
function problemTexts(environment: Environment): readonly string[] {
  try {
    return environmentProblems(environment).map((problem) => problemText(environment, problem));
  } catch (error) {
    if (!(error instanceof TypeError)) {
      throw error;
    }
    return [
      `error environment ${environment.name}:\n  the data are not complete (${error.message})\n` +
        `  to fix: Run npm run types, which names what is missing in ${environmentSource(environment)}.`,
    ];
  }
}

function problemText(environment: Environment, { field, is, expected, remedy }: DataProblem): string {
  const fix = remedy ?? `Correct it in ${environmentSource(environment)}.`;
  return `error environment ${environment.name} ${field}:\n  is ${is}; expected ${expected}\n  to fix: ${fix}`;
}

/** Two environments of one name would be written to one folder. */
function doubles(environments: readonly Environment[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { name } of environments) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(
      ([name, count]) =>
        `error environment ${name}:\n  ${count} environments have this name; 1 may, as it names the folder in dist/\n` +
        `  to fix: Rename one of them, or take it from lib/environments/all-environments.ts.`,
    );
}

/**
 * Two environments in one namespace are right in two clusters. Where browsers come to both by the same address, it is
 * one cluster, and the objects of the one would be applied over those of the other.
 */
function sharedPlaces(environments: readonly Environment[]): readonly string[] {
  const first = new Map<string, Environment>();
  return environments.flatMap((environment) => {
    const { namespace, entries } = environment;
    const place = `${namespace} ${addressText(entries?.focus)} ${addressText(entries?.anomaly)}`;
    const other = first.get(place);
    if (other === undefined) first.set(place, environment);
    if (other === undefined || other.name === environment.name) return [];
    return [
      `error environment ${environment.name} namespace:\n` +
        `  is ${namespace} with the entries of ${other.name}, ${addressText(entries.focus)} and ` +
        `${addressText(entries.anomaly)}; expected a namespace or entries of its own\n` +
        `  to fix: Correct them in ${environmentSource(environment)}, and all else that was taken over from ${other.name}.`,
    ];
  });
}

/** Data that nobody has checked may lack an entry; that is a finding of its own. */
function addressText(entry: BrowserEntry | undefined): string {
  if (entry === undefined) return 'none';
  return entry.type === 'ingress' ? entry.host : `node port ${entry.port}`;
}
