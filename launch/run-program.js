const Module = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');
const { keep, tryKept } = require('./kept-file');
const { mapStacks } = require('./mapped-stack');
const { ROOT } = require('./source-key');

/**
 * Runs a compiled program in this process, as `node` would run a file.
 *
 * What V8 makes of it is kept as well: its `cachedData` holds the functions that a first run has used.
 *
 * @param {import('./compiled-program').CompiledProgram} program
 * @param {readonly string[]} args what the program finds behind its name in `process.argv`
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
  loaded(program, args)(module.exports, require, module, file, join(file, '..'));
}

/**
 * @param {import('./compiled-program').CompiledProgram} program
 * @param {readonly string[]} args
 * @returns {Function} what Node wraps a module in
 */
function loaded({ name, code }, args) {
  // Each command uses other functions.
  const [command = ''] = args;
  const keptName = `${name}.${/^[a-z]{1,20}$/.test(command) ? command : 'any'}.v8`;
  const cachedData = tryKept(keptName);
  // So that the first line is where the map has it, in spite of what stands before the code.
  const columnOffset = -Module.wrap('').indexOf('\n');
  const script = new Script(Module.wrap(code), { filename: name, cachedData, columnOffset });
  // Not before the end, so that it holds what the run has compiled.
  if (cachedData === undefined || script.cachedDataRejected === true) {
    process.once('exit', () => keep(keptName, script.createCachedData()));
  }
  return script.runInThisContext();
}

module.exports = { runProgram };
