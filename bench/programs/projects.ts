import { join } from 'node:path';
import { App } from 'cdk8s';
import { Construct } from 'constructs';
import { build } from '../../lib/app/build-app';
import { prod } from '../../lib/environments/prod';
import { test as testEnvironment } from '../../lib/environments/test';
import type { Environment } from '../../lib/environments/environment';
import { AnomalyStack } from '../../lib/stacks/anomaly-stack';
import { FocusStack } from '../../lib/stacks/focus-stack';

// Many projects in one program: ours, an app for each, or the constructs as they are in one stock App, without rules.
// Arguments: own or stock, projects, folder. Writes seconds and peak bytes as JSON.
const [kind = 'own', projects = '1', folder = '.'] = process.argv.slice(2);

const start = performance.now();
if (kind === 'own') synthEach();
else synthStock();
process.stdout.write(
  JSON.stringify({ seconds: (performance.now() - start) / 1000, peakBytes: process.resourceUsage().maxRSS * 1024 }),
);

function synthEach(): void {
  for (const environment of environments()) build(environment, join(folder, environment.name)).synth();
}

function synthStock(): void {
  const app = new App({ outdir: folder });
  for (const environment of environments()) {
    const scope = new Construct(app, environment.name);
    new FocusStack(scope, 'focus', environment);
    new AnomalyStack(scope, 'anomaly', environment);
  }
  app.synth();
}

/** A project has two environments, as ours. */
function environments(): readonly Environment[] {
  return Array.from({ length: Number(projects) }, (_, index) => [
    { ...prod, name: `p${index}`, namespace: `znyw-p${index}` },
    { ...testEnvironment, name: `t${index}`, namespace: `znyw-t${index}` },
  ]).flat();
}
