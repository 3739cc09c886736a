const Module = require('node:module');
const { join } = require('node:path');
const { inspect } = require('node:util');
const { Script } = require('node:vm');
const { compiledProgram } = require('./compiled-program');
const { keep, tryKept } = require('./kept-file');
const { mapStacks } = require('./mapped-stack');
const { ROOT } = require('./source-key');

/** Ends with a code above this are for those who have mistyped a command, or had no luck. */
const USUAL_END = 1;

/**
 * Runs a program, compiled where it has changed; where it cannot be compiled, says why.
 *
 * @param {string} entry the TypeScript file that it starts with, relative to the program's folder
 * @param {readonly string[]} args what the program finds behind its name in `process.argv`
 */
function runEntry(entry, args) {
  const { program, problem } = compiledProgram(entry);
  if (program !== undefined) return runProgram(program, args);
  process.stderr.write(problem);
  process.exitCode = 1;
}

/**
 * Runs a compiled program in this process, as `node` would run a file.
 *
 * What V8 makes of it is kept as well: its `cachedData` holds the functions that a first run has used.
 *
 * @param {import('./compiled-program').CompiledProgram} program
 * @param {readonly string[]} args
 */
function runProgram(program, args) {
  const file = join(ROOT, program.entry);
  process.argv = [process.execPath, file, ...args];
  mapStacks(program);

  const module = new Module(file);
  module.filename = file;
  module.paths = [join(ROOT, 'node_modules')];
  const require = Module.createRequire(file);
  require.main = module;
  try {
    loaded(program, args)(module.exports, require, module, file, join(file, '..'));
  } catch (error) {
    // A bug of ours. Node would say it as well, after a line of what was compiled.
    process.stderr.write(`${inspect(error)}\n`);
    process.exitCode = 1;
  }
}

/**
 * @param {import('./compiled-program').CompiledProgram} program
 * @param {readonly string[]} args
 * @returns {Function} what Node wraps a module in
 */
function loaded({ name, code }, args) {
  const keptName = `${name}.${useOf(args)}.v8`;
  const cachedData = tryKept(keptName);
  // So that the first line is where the map has it, in spite of what stands before the code.
  const columnOffset = -Module.wrap('').indexOf('\n');
  const script = new Script(Module.wrap(code), { filename: name, cachedData, columnOffset });
  if (cachedData === undefined || script.cachedDataRejected === true) {
    // Not before the end, so that it holds what the run has compiled.
    process.once('exit', (ended) => {
      if (ended <= USUAL_END) keep(keptName, script.createCachedData());
    });
  }
  return script.runInThisContext();
}

/**
 * Returns a word for what a program is used for: each command uses other functions.
 *
 * @param {readonly string[]} args
 */
function useOf(args) {
  const [command = ''] = args;
  const asksForHelp = args.some((arg) => arg === '--help' || arg === '-h');
  return /^[a-z]{1,20}$/.test(command) && !asksForHelp ? command : 'any';
}

module.exports = { runEntry, runProgram };
