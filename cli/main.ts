import { runCommand } from './run-command';
import type { Terminal } from './terminal';

const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
  stdin: () => process.stdin,
  isTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
};

// A reader that has seen enough, such as `head`, is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The code is set and not exited with, so that all output gets out.
void runCommand(process.argv.slice(2), terminal).then((code) => {
  process.exitCode = code;
});
