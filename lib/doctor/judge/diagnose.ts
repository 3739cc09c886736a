import { tryWorkload } from '../../validation/pods/pods';
import type { Cluster } from '../cluster/cluster';
import type { Expected } from '../cluster/expected';
import { askQuestions } from './ask-questions';
import type { DoctorFinding, Unanswered } from './finding';
import { fold } from './fold';
import type { KeptSymptom } from './fold';
import { Places } from './locate';
import { notYetReady } from './not-yet-ready';
import type { PlacedQuestion } from './placed-question';
import { quotaUses } from './quota-use';
import type { QuotaUse } from './quota-use';
import { RelatedObjects } from './related-objects';

/** `healthy`: no error, and nothing essential was left out; `unknown`: no error, and something was. */
export type Verdict = 'healthy' | 'problems' | 'unknown';

/** What is wrong with a cluster. */
export interface Diagnosis {
  readonly verdict: Verdict;
  /** Causes, the one with the most weight first: errors before warnings, and each in the order of the table. */
  readonly findings: readonly DoctorFinding[];
  /** What could not be established, in the order of the table. */
  readonly unknown: readonly Unanswered[];
  readonly quotas: readonly QuotaUse[];
}

/** Asks every question once, and folds what follows from something else under its cause. */
export function diagnose(cluster: Cluster, expected: Expected, questions: readonly PlacedQuestion[]): Diagnosis {
  const { symptoms, unanswered } = askQuestions(cluster, expected, questions);
  const related = new RelatedObjects(cluster, expected);
  const places = new Places(related, expected);
  const findings = fold(symptoms, related).map((kept) => findingOf(kept, places));
  return withVerdict({
    findings: [...ofSeverity(findings, 'error'), ...ofSeverity(findings, 'warning')],
    unknown: [...unanswered, ...nothingThere(cluster, expected), ...notYetReady(cluster, findings, related)],
    quotas: quotaUses(cluster, expected),
  });
}

/** Returns a diagnosis with the verdict that its findings come to. */
export function withVerdict(parts: Omit<Diagnosis, 'verdict'>): Diagnosis {
  const isProblem = parts.findings.some(({ severity }) => severity === 'error');
  const isUnknown = parts.unknown.some(({ isEssential }) => isEssential === true);
  return { ...parts, verdict: isProblem ? 'problems' : isUnknown ? 'unknown' : 'healthy' };
}

/** Of an empty namespace nothing is known to be healthy: most likely it is another one that is meant. */
function nothingThere({ reading }: Cluster, { manifests }: Expected): readonly Unanswered[] {
  if (manifests.length > 0 || reading.objects.some((object) => tryWorkload(object) !== undefined)) return [];
  const reason = 'no workload and no Pod was found, and nothing says what should be there; is it the right namespace?';
  return [{ question: 'whether anything runs', reason, isEssential: true }];
}

function findingOf({ question, symptom, severity, explains }: KeptSymptom, places: Places): DoctorFinding {
  const { object, cause, evidence, remedy } = symptom;
  const where = places.tryPlace(symptom);
  return {
    id: question.id,
    severity,
    object,
    cause,
    evidence,
    remedy,
    ...(where === undefined ? {} : { where }),
    explains: [...explains].filter((explained) => explained !== object).sort(),
  };
}

function ofSeverity(findings: readonly DoctorFinding[], severity: DoctorFinding['severity']): readonly DoctorFinding[] {
  return findings.filter((finding) => finding.severity === severity);
}
