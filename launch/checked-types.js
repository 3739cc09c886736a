const { realpathSync } = require('node:fs');
const { isAbsolute, join, relative } = require('node:path');
const { keep, tryKept } = require('./kept-file');
const { ROOT, isStillKey, keyProblem, sourceKey } = require('./source-key');

/**
 * Asks the type checker about the program, unless it has found nothing wrong with these very sources before.
 *
 * It runs in a process of its own, so that this one can compile meanwhile.
 *
 * @returns {Promise<string>} what it has to say; empty where all types are right
 */
async function typeProblems() {
  const name = `${sourceKey('main.ts')}-types`;
  if (tryKept(name) !== undefined) return '';
  const { failure, files, said } = await askedChecker();
  if (failure !== '') return said || failure;
  // Of what a program uses for its types only, its compiled form tells nothing.
  const problem = keyProblem('main.ts', files);
  if (problem === '' && isStillKey('main.ts')) keep(name, '');
  return problem;
}

/**
 * What the type checker came to.
 *
 * @typedef {object} Answer
 * @property {string} failure why it ended otherwise than well; empty where it did not
 * @property {string[]} files all that it has read, relative to the folder of the program
 * @property {string} said its findings
 */

/** @returns {Promise<Answer>} */
function askedChecker() {
  const { spawn } = require('node:child_process');
  const root = realpathSync(ROOT);
  return new Promise((resolve) => {
    const checker = join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc');
    const project = join(__dirname, 'tsconfig.json');
    const child = spawn(process.execPath, [checker, '--project', project, '--listFiles'], { cwd: ROOT });
    /** @type {Buffer[]} */
    const chunks = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => chunks.push(chunk));
    const answer = (/** @type {string} */ failure) => {
      const lines = Buffer.concat(chunks).toString('utf8').split('\n');
      const files = lines.filter((line) => isAbsolute(line)).map((file) => relative(root, file));
      resolve({ failure, files, said: lines.filter((line) => !isAbsolute(line)).join('\n') });
    };
    child.on('error', (error) => answer(`the type checker cannot be started: ${error.message}\n`));
    child.on('close', (code, signal) => answer(code === 0 ? '' : `the type checker ended with ${code ?? signal}\n`));
  });
}

module.exports = { typeProblems };
