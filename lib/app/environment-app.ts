import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'cdk8s';
import { requireEnvironments } from '../environments/check-environments';
import type { Environment } from '../environments/environment';
import { yamlText } from '../manifests/yaml-text';
import { OperatorError } from '../operator-error';
import { addToList } from '../validation/add-to-list';
import { capacityUse, type CapacityUse } from '../validation/capacity/capacity-use';
import { demandsOf } from '../validation/pods/demand';
import { findingText } from '../validation/finding-text';
import type { JsonObject } from '../validation/manifest';
import { fileHeader } from './file-header';
import { render, type Rendering } from './rendering';
import { ruleEnvironment } from './rule-environment';
import { VmQuotaAspect } from './vm-quota-aspect';

/** What a synth of one environment comes to. */
export interface Synthesis {
  /** File name to YAML. */
  readonly files: ReadonlyMap<string, string>;
  readonly use: CapacityUse;
  /** What is no reason to refuse, as text. */
  readonly warnings: readonly string[];
}

/**
 * All workloads of one environment.
 *
 * Its synth renders every object once, asks every validation once, runs the rules once over that rendering, and only
 * then writes: one file per chart, named by the chart's ids alone. Stock cdk8s validates the whole app again for each
 * chart, which grows with their square.
 */
export class EnvironmentApp extends App {
  readonly environment: Environment;

  /** The rules, as they are attached to this app. */
  readonly aspect: VmQuotaAspect;

  private current?: Rendering;

  /**
   * @param outdir the folder that the files are written to
   * @throws OperatorError if the environment's data are wrong, with every reason
   */
  constructor(environment: Environment, outdir: string) {
    requireEnvironments([environment]);
    super({ outdir });
    this.environment = environment;
    this.aspect = new VmQuotaAspect(() => this.current ?? render(this), ruleEnvironment(environment));
    this.node.addValidation(this.aspect);
  }

  /**
   * Renders and checks everything, and writes nothing.
   *
   * @throws OperatorError with every reason, if anything is wrong
   */
  prepare(): Synthesis {
    const rendering = render(this);
    // Validations that are asked meanwhile see this rendering; later ones, from a test for example, a new one.
    this.current = rendering;
    try {
      const reasons = this.node.findAll().flatMap(({ node }) => node.validate().map((reason) => at(node.path, reason)));
      if (reasons.length > 0) {
        throw new OperatorError(reasons.join('\n'));
      }
      return this.synthesis(rendering);
    } finally {
      this.current = undefined;
    }
  }

  /**
   * Writes the files of the environment into its output folder.
   *
   * @throws OperatorError with every reason, if anything is wrong; nothing is written then
   */
  override synth(): void {
    const { files } = this.prepare();
    mkdirSync(this.outdir, { recursive: true });
    for (const [name, text] of files) {
      writeFileSync(join(this.outdir, name), text);
    }
  }

  private synthesis({ manifests, charts }: Rendering): Synthesis {
    const { cloud } = ruleEnvironment(this.environment);
    const use = capacityUse(demandsOf(manifests, cloud.vms), cloud);
    const objects = new Map<string, JsonObject[]>();
    for (const { file, json } of manifests) addToList(objects, file, json);
    const files = new Map<string, string>();
    for (const [file, documents] of objects) {
      const header = fileHeader({ file, chart: charts.get(file), environment: this.environment, use });
      files.set(file, `${header}${yamlText(documents)}`);
    }
    // The errors have been refused by now.
    return { files, use, warnings: this.aspect.lastReport.findings.map(findingText) };
  }
}

/** Says which construct a reason is about; the rules, at the root of the app, name objects themselves. */
function at(path: string, reason: string): string {
  return path === '' ? reason : `error construct ${path}:\n  ${reason}`;
}
