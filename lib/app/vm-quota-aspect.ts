import type { IValidation } from 'constructs';
import { findingText } from '../validation/finding-text';
import type { RuleEnvironment } from '../validation/rule';
import { runRules, type RuleReport } from '../validation/run-rules';
import type { Rendering } from './rendering';

/**
 * Runs the rule table over everything that an app renders, and refuses what the container cloud would refuse.
 *
 * It sees the synthesized objects, so it makes no difference what made them: our workloads, a raw ApiObject, or an
 * included YAML. cdk8s knows no aspects; this is a validation on the root of the app, which is asked by our own synth,
 * by stock cdk8s and by `Testing.synth(chart)` alike.
 */
export class VmQuotaAspect implements IValidation {
  /** What the last validation found, warnings included; empty before there was one. */
  lastReport: RuleReport = { findings: [], acknowledged: [], notRun: [] };

  /**
   * @param rendering returns the objects as they are now
   * @param environment what the rules may know of the place that the objects go to
   */
  constructor(
    private readonly rendering: () => Rendering,
    private readonly environment: RuleEnvironment,
  ) {}

  /** Asks the rules about the objects as they are now. */
  report(): RuleReport {
    return runRules(this.rendering().manifests, this.environment);
  }

  /** Returns the reasons to refuse, as text: what could not be rendered, and the findings that are errors. */
  validate(): string[] {
    this.lastReport = this.report();
    const errors = this.lastReport.findings.filter(({ severity }) => severity === 'error');
    return [...this.rendering().failures, ...errors.map(findingText)];
  }
}
