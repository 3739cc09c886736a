#!/usr/bin/env node
// Runs the TypeScript as it stands, compiled where it has changed, so that a fresh clone needs no build.
const { runEntry } = require('../launch/run-program');

runEntry('cli/main.ts', process.argv.slice(2));
