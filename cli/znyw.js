#!/usr/bin/env node
// Runs the TypeScript as it stands, compiled where it has changed, so that a fresh clone needs no build.
const { compiledProgram } = require('../launch/compiled-program');
const { runProgram } = require('../launch/run-program');

runProgram(compiledProgram('cli/main.ts'), process.argv.slice(2));
