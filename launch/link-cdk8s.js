// After `npm ci`: `npx cdk8s` finds launch/cdk8s.js, which is the installed CLI without what a synth does not need.
// Where npm was told to run no scripts, or has made something else than links, it finds the CLI itself, and all works
// as well, slowly.
const { lstatSync, renameSync, symlinkSync } = require('node:fs');
const { join, relative } = require('node:path');

const folder = join(__dirname, '..', 'node_modules', '.bin');
const command = join(folder, 'cdk8s');

if (lstatSync(command, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
  const link = `${command}.${process.pid}`;
  symlinkSync(relative(folder, join(__dirname, 'cdk8s.js')), link);
  // One step, so that the command is there at every moment.
  renameSync(link, command);
}
