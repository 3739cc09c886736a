import { podField, resourceReferenceProblems } from '../references/downward-reference';
import { givenOfForm, ofForm, ofFormOrEmpty, oneOfOrEmpty } from '../fields/expectations';
import type { Field } from '../fields/field';
import { problemsBelow } from '../fields/field-problems';
import type { FieldExpectation } from '../fields/field-problems';
import { asObject, isJsonObject } from '../manifest';
import { oneSourceProblems } from '../fields/one-source';
import { containerRefusalRule } from '../pods/pod-refusal-rule';
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

const EXPECTATIONS: readonly FieldExpectation[] = [
  ['env[]', notBoth],
  ['env[].valueFrom', (source) => oneSourceProblems(source, VALUE_SOURCES)],
  ['env[].valueFrom.fieldRef.apiVersion', oneOfOrEmpty('v1')],
  ['env[].valueFrom.fieldRef.fieldPath', podField(POD_FIELDS)],
  ['env[].valueFrom.configMapKeyRef.name', givenOfForm(textForms.dnsSubdomain)],
  ['env[].valueFrom.configMapKeyRef.key', ofForm(textForms.dataKey)],
  ['env[].valueFrom.secretKeyRef.name', givenOfForm(textForms.dnsSubdomain)],
  ['env[].valueFrom.secretKeyRef.key', ofForm(textForms.dataKey)],
  ['env[].valueFrom.resourceFieldRef', resourceReferenceProblems],
  ['envFrom[]', (source) => oneSourceProblems(source, ['configMapRef', 'secretRef'])],
  ['envFrom[].configMapRef.name', givenOfForm(beginningOf(textForms.dnsSubdomain))],
  ['envFrom[].secretRef.name', givenOfForm(beginningOf(textForms.dnsSubdomain))],
  ['envFrom[].prefix', ofFormOrEmpty(textForms.envName)],
];

/**
 * A variable has a value or one place to take it from, and what is referred to has a name that can exist.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, validateEnvVarValueFrom, ValidateEnvFrom
 */
export const apiEnvSources = containerRefusalRule({
  id: 'api-env-sources',
  summary: 'Each environment variable has a value or one source, which can exist.',
  remedy: 'Leave one of value, fieldRef, resourceFieldRef, configMapKeyRef and secretKeyRef.',
  problemsIn: (container) => problemsBelow(container, EXPECTATIONS),
});

function notBoth({ value }: Field): string | undefined {
  const { value: text, valueFrom } = asObject(value);
  return typeof text === 'string' && text !== '' && isJsonObject(valueFrom)
    ? 'has value and valueFrom; only one of these is expected'
    : undefined;
}
