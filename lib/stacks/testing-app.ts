import { App } from 'cdk8s';
import type { Environment } from '../environments/environment';
import { AnomalyStack } from './anomaly-stack';
import { FocusStack } from './focus-stack';

/** Returns an app with both stacks of an environment for a test, without the checks of a synth. */
export function anAppOf(environment: Environment): App {
  const app = new App();
  new FocusStack(app, 'focus', environment);
  new AnomalyStack(app, 'anomaly', environment);
  return app;
}
