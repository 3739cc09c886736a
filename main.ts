import { join } from 'node:path';
import { EnvironmentApp } from './lib/app/environment-app';
import { runSynthesis } from './lib/app/run-synthesis';
import { allEnvironments } from './lib/environments/all-environments';
import type { Environment } from './lib/environments/environment';
import { AnomalyStack } from './lib/stacks/anomaly-stack';
import { FocusStack } from './lib/stacks/focus-stack';

/** The folder that the cdk8s CLI names, or the one that is committed. */
const OUTPUT_FOLDER = process.env['CDK8S_OUTDIR'] || 'dist';

/**
 * Composes one environment: its app with both stacks. Nothing is written before `synth()`.
 *
 * @param outdir where `synth()` writes; by default a folder of the environment's name in `dist/`
 * @throws OperatorError if the environment's data are wrong, with every reason
 */
export function build(environment: Environment, outdir = join(OUTPUT_FOLDER, environment.name)): EnvironmentApp {
  const app = new EnvironmentApp(environment, outdir);
  new FocusStack(app, 'focus', environment);
  new AnomalyStack(app, 'anomaly', environment);
  return app;
}

if (require.main === module) {
  process.exitCode = runSynthesis(allEnvironments, build, OUTPUT_FOLDER, process.stderr);
}
