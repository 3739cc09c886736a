#!/usr/bin/env node
// Runs the TypeScript as it stands, so that a fresh clone needs no build.
void import('tsx').then(() => require('./main.ts'));
