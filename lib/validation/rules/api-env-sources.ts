import { podField, resourceReferenceProblems } from '../references/downward-reference';
import { givenOfForm, ofForm, ofFormOrEmpty, oneOfOrEmpty } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemAt, problemsBelow } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { oneSourceProblems } from '../fields/one-source';
import { containerProblems } from '../pods/pod-fields';
import { refusalRule } from '../fields/refusal-rule';
import { beginningOf, textForms } from '../fields/text-forms';

const VALUE_SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef'] as const;

/** What a variable can tell of a Pod. @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go */
const POD_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.podIP',
  'status.podIPs',
] as const;

const VALUE_EXPECTATIONS: readonly FieldExpectation[] = [
  ['fieldRef.apiVersion', oneOfOrEmpty('v1')],
  ['fieldRef.fieldPath', podField(POD_FIELDS)],
  ['configMapKeyRef.name', givenOfForm(textForms.dnsSubdomain)],
  ['configMapKeyRef.key', ofForm(textForms.dataKey)],
  ['secretKeyRef.name', givenOfForm(textForms.dnsSubdomain)],
  ['secretKeyRef.key', ofForm(textForms.dataKey)],
];

const FROM_EXPECTATIONS: readonly FieldExpectation[] = [
  ['envFrom[].configMapRef.name', givenOfForm(beginningOf(textForms.dnsSubdomain))],
  ['envFrom[].secretRef.name', givenOfForm(beginningOf(textForms.dnsSubdomain))],
  ['envFrom[].prefix', ofFormOrEmpty(textForms.envName)],
];

/**
 * A variable has a value or one place to take it from, and what is referred to has a name that can exist.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateEnvVarValueFrom, ValidateEnvFrom
 */
export const apiEnvSources = refusalRule({
  id: 'api-env-sources',
  summary: 'Each environment variable has a value or one source, which can exist.',
  remedy: 'Leave one of value, fieldRef, resourceFieldRef, configMapKeyRef and secretKeyRef.',
  problemsIn: (manifest) =>
    containerProblems(manifest, (container) => [
      ...container.all('env[]').flatMap(variableProblems),
      ...container.all('envFrom[]').flatMap((source) => oneSourceProblems(source, ['configMapRef', 'secretRef'])),
      ...problemsBelow(container, FROM_EXPECTATIONS),
    ]),
});

function variableProblems(variable: Field): readonly FieldProblem[] {
  const [value, source] = [variable.at('value'), variable.at('valueFrom')];
  const both = source.isObject && (value.text ?? '') !== '';
  return [
    ...(both ? [problemAt(variable, 'has value and valueFrom; only one of these is expected')] : []),
    ...oneSourceProblems(source, VALUE_SOURCES),
    ...problemsBelow(source, VALUE_EXPECTATIONS),
    ...source.all('resourceFieldRef').flatMap(resourceReferenceProblems),
  ];
}
