import { acknowledgementInUse, acknowledgementProblems } from './acknowledgements';
import { allRules } from './all-rules';
import { compareDrafts, draftFinding } from './draft-finding';
import type { DraftFinding } from './draft-finding';
import type { Manifest } from './manifest';
import type { Finding, Problem, Rule, RuleEnvironment } from './rule';

/** What a run of the rules came to. */
export interface RuleReport {
  /** Sorted by namespace, kind, name, field and rule, those about the whole set first. */
  readonly findings: readonly Finding[];
  /** What objects depart from for a written reason, sorted likewise. */
  readonly acknowledged: readonly AcknowledgedFinding[];
  /** The rules that could not be asked, in the order of the table: nothing is established about them. */
  readonly notRun: readonly RuleNotRun[];
}

/** A finding that does not count, with the reason given on the object. */
export interface AcknowledgedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** A rule that could not be asked, and what it lacked. */
export interface RuleNotRun {
  readonly rule: string;
  readonly reason: string;
}

const NOT_KNOWN = {
  cloud: 'the VMs of the container cloud are not known',
  namespace: 'the namespace of the project is not known',
  registry: 'the image registry of the project is not known',
  outside: 'what is made outside the set is not known',
} as const;

/**
 * Asks every rule once about the objects, and then whether the acknowledgements on these were of use.
 *
 * A rule that lacks a part of the environment is reported as not run, and one that throws as an error: neither is
 * taken for a yes.
 *
 * @param rules the table to ask, in place of `allRules`
 */
export function runRules(
  manifests: readonly Manifest[],
  environment: RuleEnvironment,
  rules: readonly Rule[] = allRules,
): RuleReport {
  const outcomes = rules.map((rule) => evaluate(rule, manifests, environment));
  const drafts = outcomes.flatMap(({ rule, problems }) =>
    problems.map((problem) => draftFinding(rule, problem, environment)),
  );
  const stale = staleAcknowledgements(manifests, outcomes, drafts);
  const sorted = [...drafts, ...stale.map((problem) => draftFinding(acknowledgementInUse, problem, environment))].sort(
    compareDrafts,
  );

  return {
    findings: sorted.flatMap(({ finding, acknowledgement }) => (acknowledgement === undefined ? [finding] : [])),
    acknowledged: sorted.flatMap(({ finding, acknowledgement }) =>
      acknowledgement === undefined ? [] : [{ finding, reason: acknowledgement }],
    ),
    notRun: outcomes.flatMap(({ rule, lacking }) =>
      lacking === undefined ? [] : [{ rule: rule.id, reason: lacking }],
    ),
  };
}

interface Outcome {
  readonly rule: Rule;
  readonly problems: readonly Problem[];
  /** Whether the rule came to an end, so that no problem means that there is none. */
  readonly evaluated: boolean;
  /** What the environment lacks for it. */
  readonly lacking?: string;
}

function evaluate(rule: Rule, manifests: readonly Manifest[], environment: RuleEnvironment): Outcome {
  const lacking = (rule.needs ?? []).filter((part) => environment[part] === undefined);
  if (lacking.length > 0) {
    return { rule, problems: [], evaluated: false, lacking: lacking.map((part) => NOT_KNOWN[part]).join(', and ') };
  }
  try {
    return { rule, problems: rule.check(manifests, environment), evaluated: true };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    const message = `rule ${rule.id} could not be evaluated: ${cause}`;
    const remedy = 'Report it together with the objects as a bug of the rule; what it demands is not established.';
    return { rule, problems: [{ field: '', message, remedy, severity: 'error' }], evaluated: false };
  }
}

function staleAcknowledgements(
  manifests: readonly Manifest[],
  outcomes: readonly Outcome[],
  drafts: readonly DraftFinding[],
): readonly Problem[] {
  const notEvaluated = new Set(outcomes.filter(({ evaluated }) => !evaluated).map(({ rule }) => rule.id));
  const used = new Map<Manifest, Set<string>>();
  for (const { problem, finding, acknowledgement } of drafts) {
    if (problem.manifest === undefined || acknowledgement === undefined) continue;
    used.set(problem.manifest, (used.get(problem.manifest) ?? new Set()).add(finding.rule));
  }
  return acknowledgementProblems(
    manifests,
    outcomes.map(({ rule }) => rule),
    (manifest, rule) => notEvaluated.has(rule) || used.get(manifest)?.has(rule) === true,
  );
}
