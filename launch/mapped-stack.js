const { SourceMap } = require('node:module');
const { join } = require('node:path');
const { ROOT } = require('./source-key');

/**
 * Makes the stack traces of a compiled program name its sources. The map is read when the first trace is asked for,
 * which is after a mistake only.
 *
 * @param {import('./compiled-program').CompiledProgram} program
 */
function mapStacks(program) {
  /** @type {SourceMap | undefined} */
  let sourceMap;
  Error.prepareStackTrace = (error, frames) => {
    const map = (sourceMap ??= new SourceMap(JSON.parse(program.map())));
    return `${String(error)}${frames.map((frame) => `\n    at ${frameText(frame, program.name, map)}`).join('')}`;
  };
}

/**
 * @param {NodeJS.CallSite} frame
 * @param {string} name of the program
 * @param {SourceMap} sourceMap
 * @returns {string}
 */
function frameText(frame, name, sourceMap) {
  const original = frame.getFileName() === name ? tryOriginal(frame, sourceMap) : undefined;
  // eslint-disable-next-line typescript/no-base-to-string -- V8 gives frames a text of their own
  if (original?.originalSource === undefined) return frame.toString();
  const file = join(ROOT, original.originalSource.replace(ROOT, ''));
  const place = `${file}:${original.originalLine + 1}:${original.originalColumn + 1}`;
  const called = frame.getFunctionName();
  return called === null ? place : `${called} (${place})`;
}

/**
 * @param {NodeJS.CallSite} frame
 * @param {SourceMap} sourceMap
 * @returns {Partial<import('node:module').SourceMapping> & { originalLine: number, originalColumn: number }}
 */
function tryOriginal(frame, sourceMap) {
  const entry = sourceMap.findEntry((frame.getLineNumber() ?? 1) - 1, (frame.getColumnNumber() ?? 1) - 1);
  return { originalLine: 0, originalColumn: 0, ...entry };
}

module.exports = { mapStacks };
