import { atLeast, between, oneOf, oneOfOrEmpty, quoted } from '../fields/expectations';
import { Field } from '../fields/field';
import { problemAt, problemsBelow, problemsOf } from '../fields/field-problems';
import type { FieldExpectation, FieldProblem } from '../fields/field-problems';
import { failurePolicyProblems } from '../pods/failure-policy';
import { qualifiedKind } from '../references/qualified-kind';
import { refusalRule } from '../fields/refusal-rule';
import { textForms } from '../fields/text-forms';

/** @see kubernetes/kubernetes v1.27 pkg/apis/batch/validation/validation.go, maxParallelismForIndexedJob */
const MOST_INDEXED_PODS = 100_000;

const OF_JOBS: readonly FieldExpectation[] = [
  ['completions', atLeast(0)],
  ['activeDeadlineSeconds', atLeast(0)],
  ['backoffLimit', atLeast(0)],
  ['ttlSecondsAfterFinished', atLeast(0)],
  ['completionMode', oneOf('NonIndexed', 'Indexed')],
];

const OF_CRON_JOBS: readonly FieldExpectation[] = [
  ['concurrencyPolicy', oneOfOrEmpty('Allow', 'Forbid', 'Replace')],
  ['startingDeadlineSeconds', atLeast(0)],
  ['successfulJobsHistoryLimit', atLeast(0)],
  ['failedJobsHistoryLimit', atLeast(0)],
];

/**
 * Counts and times of Jobs and CronJobs are 0 or more. Numbered Pods need to be counted, and to have names in DNS.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/batch/validation/validation.go, validateJobSpec
 */
export const apiJobValid = refusalRule({
  id: 'api-job-valid',
  summary: 'A Job or CronJob has counts, times and policies that Kubernetes takes.',
  remedy: 'Give counts and times of 0 or more, and completions where the completionMode is Indexed.',
  problemsIn: (manifest) => {
    const root = Field.of(manifest);
    switch (qualifiedKind(manifest)) {
      case 'Job.batch':
        return [...jobProblems(root.at('spec')), ...podNameProblems(root)];
      case 'CronJob.batch':
        return [...problemsBelow(root.at('spec'), OF_CRON_JOBS), ...jobProblems(root.at('spec.jobTemplate.spec'))];
      default:
        return [];
    }
  },
});

function jobProblems(spec: Field): readonly FieldProblem[] {
  const indexed = isIndexed(spec);
  const [completions, policy] = [spec.at('completions'), spec.at('podFailurePolicy')];
  const restart = spec.at('template.spec.restartPolicy');
  return [
    ...problemsBelow(spec, OF_JOBS),
    ...problemsOf(spec.at('parallelism'), indexed ? between(0, MOST_INDEXED_PODS) : atLeast(0)),
    ...(indexed && !completions.exists && spec.at('parallelism').exists
      ? [problemAt(completions, 'is missing; the completionMode Indexed asks for it')]
      : []),
    ...(policy.isObject && restart.text === 'OnFailure'
      ? [problemAt(restart, 'is "OnFailure"; with a podFailurePolicy Never is expected')]
      : []),
    ...failurePolicyProblems(spec),
  ];
}

function podNameProblems(root: Field): readonly FieldProblem[] {
  const [name, completions] = [root.at('metadata.name'), root.at('spec.completions').integer ?? 0];
  if (name.text === undefined || completions < 1 || !isIndexed(root.at('spec'))) return [];
  const last = `${name.text}-${completions - 1}`;
  if (textForms.dnsLabel.matches(last) || !textForms.dnsSubdomain.matches(name.text)) return [];
  return [problemAt(name, `names its last Pod ${quoted(last)}; ${textForms.dnsLabel.expected} is expected there`)];
}

function isIndexed(spec: Field): boolean {
  return spec.at('completionMode').text === 'Indexed';
}
