// `node launch/run.js bench/programs/projects.ts`: runs a TypeScript program of this folder, compiled where it has changed.
const { compiledProgram } = require('./compiled-program');
const { runProgram } = require('./run-program');

const [entry = '', ...args] = process.argv.slice(2);
runProgram(compiledProgram(entry), args);
