import { build, OUTPUT_FOLDER } from './lib/app/build-app';
import { runSynthesis } from './lib/app/run-synthesis';
import { allEnvironments } from './lib/environments/all-environments';

// An import of this file writes nothing.
if (require.main === module) {
  // The cdk8s CLI names the folder that it wants to find the files in.
  const folder = process.env['CDK8S_OUTDIR'] || OUTPUT_FOLDER;
  process.exitCode = runSynthesis(allEnvironments, build, folder, process.stderr);
}
