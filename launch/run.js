// `node launch/run.js bench/programs/projects.ts`: runs a TypeScript program of this folder, compiled where it has changed.
const { runEntry } = require('./run-program');

const [entry, ...args] = process.argv.slice(2);
if (entry === undefined) {
  process.stderr.write('usage: node launch/run.js <file.ts> [argument ...]\n');
  process.exitCode = 2;
} else runEntry(entry, args);
