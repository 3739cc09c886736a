import { ruleEnvironment } from '../../lib/app/rule-environment';
import { allEnvironments } from '../../lib/environments/all-environments';
import { OperatorError } from '../../lib/operator-error';
import type { Text } from '../../lib/text';
import { allRules } from '../../lib/validation/all-rules';
import { runRules } from '../../lib/validation/run-rules';
import { builtEnvironment } from '../built-environment';
import type { SideContent } from './side-content';

/** What a synth would write now. */
export interface FreshSynth {
  readonly content: SideContent;
  /** The environments that the rules would keep from being written. */
  readonly refusals: readonly { readonly environment: string; readonly text: Text }[];
}

/**
 * Builds the environments in memory; nothing is written, and the rules need not allow it.
 *
 * @param name the environment that alone is asked for. @default all
 * @param label what the result calls it
 * @throws OperatorError if a stack is at fault, so that there are no objects
 */
export function freshSynth(name: string | undefined, label: string): FreshSynth {
  const names = name === undefined ? allEnvironments.map((environment) => environment.name) : [name];
  const built = names.map(builtWithReason);
  const manifests = built.flatMap(({ environment, manifests: objects }) =>
    objects.map((manifest) => ({ ...manifest, file: `${environment.name}/${manifest.file}` })),
  );
  const refusals = built.flatMap(({ environment, manifests: objects }) => {
    const { findings } = runRules(objects, ruleEnvironment(environment), allRules);
    const errors = findings.filter(({ severity }) => severity === 'error');
    const [first] = errors;
    if (first === undefined) return [];
    return [{ environment: environment.name, text: refused(environment.name, errors.length, first.rule) }];
  });
  return { content: { label, manifests, unread: [], isFile: false, isFresh: true }, refusals };
}

/** A mistake in a stack is told like a rule's no. */
function builtWithReason(name: string) {
  try {
    return builtEnvironment(name);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new OperatorError(`environment ${name}: ${error.message}`, 'Correct the stack; npm run synth says more.', {
      cause: error,
    });
  }
}

function refused(environment: string, errors: number, first: string): Text {
  const others = errors - 1;
  return {
    en: `a synth of ${environment} would not be written: the rules find ${errors} ${errors === 1 ? 'error' : 'errors'} (${first}${others > 0 ? ` and ${others} more` : ''}); npm run synth shows them`,
    zh: `${environment} 的 synth 结果不会被写出：规则检查有 ${errors} 个错误（${first}${others > 0 ? ` 等` : ''}）；运行 npm run synth 查看`,
  };
}
