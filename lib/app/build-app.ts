import { join } from 'node:path';
import type { Environment } from '../environments/environment';
import { AnomalyStack } from '../stacks/anomaly-stack';
import { FocusStack } from '../stacks/focus-stack';
import { EnvironmentApp } from './environment-app';

/** The folder that is committed: what a synth writes into unless it is told otherwise. */
export const OUTPUT_FOLDER = 'dist';

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
