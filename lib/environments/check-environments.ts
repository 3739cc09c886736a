import { OperatorError } from '../operator-error';
import { environmentSource, type Environment } from './environment';
import { environmentProblems, type DataProblem } from './environment-problems';

/**
 * Makes sure that the data of environments can be built from, before any construct is made.
 *
 * @throws OperatorError with every problem of every environment, if there is one
 */
export function requireEnvironments(environments: readonly Environment[]): void {
  const reasons = [...doubles(environments), ...environments.flatMap(problemTexts)];
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
