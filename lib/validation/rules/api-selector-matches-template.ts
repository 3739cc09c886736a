import { Field } from '../fields/field';
import { problemAt } from '../fields/field-problems';
import type { FieldProblem } from '../fields/field-problems';
import { isEmptySelector, meetsRequirements, unmetRequirements } from '../reach/label-selector';
import { quoted } from '../fields/expectations';
import type { Manifest } from '../manifest';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';

const LABELS = 'template.metadata.labels';

/** Stands for the identifier that the API server gives a Job, which nobody knows before. */
const GENERATED = '<generated>';

/**
 * A controller counts the Pods that its selector finds, so it would make Pods for ever if it did not find its own.
 * The selector of a Job is generated; it may ask nothing else, unless `manualSelector` says that it is made by hand.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/apps/validation/validation.go, pkg/apis/batch/validation/validation.go
 */
export const apiSelectorMatchesTemplate = refusalRule({
  id: 'api-selector-matches-template',
  summary: 'The selector of a workload finds the Pods of its own template.',
  remedy: "Give the template's labels everything that the selector asks.",
  problemsIn: (manifest) => {
    const spec = Field.of(manifest).at('spec');
    switch (qualifiedKind(manifest)) {
      case 'Deployment.apps':
      case 'StatefulSet.apps':
      case 'DaemonSet.apps':
      case 'ReplicaSet.apps':
        return controllerProblems(spec);
      case 'ReplicationController':
        return replicationControllerProblems(spec);
      case 'Job.batch':
        return jobProblems(manifest, spec);
      case 'CronJob.batch':
        return cronJobProblems(spec.at('jobTemplate.spec'));
      default:
        return [];
    }
  },
});

function controllerProblems(spec: Field): readonly FieldProblem[] {
  const [selector, labels] = [spec.at('selector'), spec.at(LABELS)];
  if (!spec.at('template').isObject || !selector.isObject) return [];
  if (isEmptySelector(selector)) return [problemAt(selector, "is empty; some of the template's labels are expected")];
  return mismatches(selector, labels);
}

function replicationControllerProblems(spec: Field): readonly FieldProblem[] {
  const [selector, labels] = [spec.at('selector'), spec.at(LABELS)];
  if (!spec.at('template').isObject) return [];
  if (selector.entries.length === 0) {
    // Without a selector it takes the template's labels.
    if (labels.entries.length > 0 || (selector.exists && !selector.isObject)) return [];
    return [problemAt(selector, 'is missing, and the template has no labels to take for it')];
  }
  return mismatches(new Field('spec', { matchLabels: selector.value ?? null }), labels).map((problem) => ({
    ...problem,
    field: problem.field.replace('spec.matchLabels', selector.path),
  }));
}

function jobProblems(manifest: Manifest, spec: Field): readonly FieldProblem[] {
  const [selector, labels] = [spec.at('selector'), spec.at(LABELS)];
  if (spec.at('manualSelector').value === true) {
    if (!selector.exists) return [problemAt(selector, 'is missing; with manualSelector it is expected')];
    return mismatches(selector, labels);
  }
  const generated = generatedLabels(Field.of(manifest).at('metadata.name').text);
  return [
    ...unmetRequirements(selector, new Field(labels.path, generated)).map(({ field, asks }) =>
      problemAt(field, `asks ${asks}; the selector of a Job is generated, and may ask nothing else`),
    ),
    ...ownLabelProblems(labels, generated),
  ];
}

/** Returns the labels that the API server gives the Pods of a Job; a name that is not known stands for itself. */
function generatedLabels(name = GENERATED): Readonly<Record<string, string>> {
  return {
    'controller-uid': GENERATED,
    'batch.kubernetes.io/controller-uid': GENERATED,
    'job-name': name,
    'batch.kubernetes.io/job-name': name,
  };
}

function ownLabelProblems(labels: Field, generated: Readonly<Record<string, string>>): readonly FieldProblem[] {
  return Object.entries(generated)
    .map(([key, value]) => [labels.entry(key), value] as const)
    .filter(([{ text }, value]) => text !== undefined && text !== value)
    .map(([label]) => problemAt(label, `is ${quoted(label.text ?? '')}; the label is generated for the Pods of a Job`));
}

function cronJobProblems(spec: Field): readonly FieldProblem[] {
  const [selector, manual] = [spec.at('selector'), spec.at('manualSelector')];
  return [
    ...(selector.exists ? [problemAt(selector, 'is given; that of the Jobs of a CronJob is generated')] : []),
    ...(manual.value === true
      ? [problemAt(manual, 'is true; the selector of the Jobs of a CronJob is generated')]
      : []),
  ];
}

function mismatches(selector: Field, labels: Field): readonly FieldProblem[] {
  if (meetsRequirements(selector, labels)) return [];
  return unmetRequirements(selector, labels).map(({ field, asks }) => {
    const key = field.at('key').text ?? asks.slice(0, asks.indexOf(' '));
    const label = labels.entry(key);
    const found = label.exists ? `${key} ${quoted(label.text ?? '')}` : `no ${key}`;
    return problemAt(field, `asks ${asks}; the template has ${found}`);
  });
}
