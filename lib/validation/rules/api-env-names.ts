import { ofForm } from '../fields/expectations';
import { problemsBelow } from '../fields/field-problems';
import type { FieldExpectation } from '../fields/field-problems';
import { containerRefusalRule } from '../pods/pod-refusal-rule';
import { textForms } from '../fields/text-forms';

const NAMES: readonly FieldExpectation[] = [['env[].name', ofForm(textForms.envName)]];

/**
 * Names of environment variables have the form that 1.27 takes: that of a C name, with `-` and `.` besides.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateEnv
 */
export const apiEnvNames = containerRefusalRule({
  id: 'api-env-names',
  summary: 'Environment variables have names that the API server takes.',
  remedy: 'Name the variable with letters, digits and "_", and a letter first.',
  problemsIn: (container) => problemsBelow(container, NAMES),
});
