import { allRules } from '../all-rules';
import { capacityUse } from '../capacity/capacity-use';
import type { FileUse } from '../capacity/capacity-use';
import { demandsOf } from '../pods/demand';
import type { Demand } from '../pods/demand';
import type { Manifest } from '../manifest';
import { runRules } from '../run-rules';
import type { AcknowledgedFinding, RuleNotRun, RuleReport } from '../run-rules';
import type { Finding, Rule, RuleEnvironment } from '../rule';
import { setCapacity } from '../capacity/set-capacity';
import type { SetCapacity } from '../capacity/set-capacity';
import { workloadUses } from '../capacity/workload-use';
import type { WorkloadUse } from '../capacity/workload-use';

/** Objects that run together in one place. */
export interface ObjectSet {
  readonly environment: RuleEnvironment;
  readonly manifests: readonly Manifest[];
}

/** What the check of one set or several came to: plain data for text, JSON and HTML alike, set after set. */
export interface CheckReport {
  readonly sets: readonly SetReport[];
  readonly workloads: readonly WorkloadUse[];
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  /** Each rule once for each reason. */
  readonly notRun: readonly RuleNotRun[];
}

/** What one set uses. */
export interface SetReport {
  readonly capacity: SetCapacity;
  /** What each file uses, by name. @default not known, with the VMs */
  readonly files?: ReadonlyMap<string, FileUse>;
}

/** A DaemonSet has a Pod on each VM, and where nobody says how many there are, one is certain. */
const CERTAIN_VMS = 1;

/**
 * Judges each set by itself, with all rules, and reports on some.
 *
 * All are asked even then, since an acknowledgement of a rule that is not reported on is no mistake.
 *
 * @param reported ids of rules; by default all
 */
export function checkReport(
  sets: readonly ObjectSet[],
  reported?: ReadonlySet<string>,
  rules: readonly Rule[] = allRules,
): CheckReport {
  const results = sets.map(({ environment, manifests }) => {
    const demands = demandsOf(manifests, environment.cloud?.vms ?? CERTAIN_VMS);
    return {
      set: setReport(demands, environment),
      workloads: workloadUses(demands, environment.name),
      rules: onlyAbout(runRules(manifests, environment, rules), reported),
    };
  });
  return {
    sets: results.map(({ set }) => set),
    workloads: results.flatMap(({ workloads }) => workloads),
    findings: results.flatMap(({ rules: { findings } }) => findings),
    acknowledged: results.flatMap(({ rules: { acknowledged } }) => acknowledged),
    notRun: distinct(results.flatMap(({ rules: { notRun } }) => notRun)),
  };
}

function setReport(demands: readonly Demand[], environment: RuleEnvironment): SetReport {
  const { cloud } = environment;
  const files = cloud === undefined ? {} : { files: capacityUse(demands, cloud).files };
  return { capacity: setCapacity(demands, environment), ...files };
}

function onlyAbout(report: RuleReport, reported: ReadonlySet<string> | undefined): RuleReport {
  if (reported === undefined) return report;
  return {
    findings: report.findings.filter(({ rule }) => reported.has(rule)),
    acknowledged: report.acknowledged.filter(({ finding }) => reported.has(finding.rule)),
    notRun: report.notRun.filter(({ rule }) => reported.has(rule)),
  };
}

function distinct(notRun: readonly RuleNotRun[]): readonly RuleNotRun[] {
  return [...new Map(notRun.map((entry) => [`${entry.rule} ${entry.reason}`, entry])).values()];
}
