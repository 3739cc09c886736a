const { join } = require('node:path');
const { keep, tryKept } = require('./kept-file');
const { ROOT, sourceKey } = require('./source-key');

/**
 * Asks the type checker about the program, unless it has found nothing wrong with these very sources before.
 *
 * It runs in a process of its own, so that this one can compile meanwhile.
 *
 * @returns {Promise<string>} what it has to say; empty where all types are right
 */
function typeProblems() {
  const name = `${sourceKey('main.ts')}-types`;
  if (tryKept(name) !== undefined) return Promise.resolve('');
  const { spawn } = require('node:child_process');
  return new Promise((resolve, reject) => {
    const checker = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const child = spawn(process.execPath, [checker, '--project', join(__dirname, 'tsconfig.json')], { cwd: ROOT });
    /** @type {Buffer[]} */
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) keep(name, '');
      resolve(code === 0 ? '' : Buffer.concat(said).toString('utf8') || `the type checker ended with ${code}\n`);
    });
  });
}

module.exports = { typeProblems };
