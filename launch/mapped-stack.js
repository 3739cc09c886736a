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
    sourceMap ??= new SourceMap(JSON.parse(program.tryMap() ?? '{"version":3,"sources":[],"mappings":""}'));
    const map = sourceMap;
    return `${String(error)}${frames.map((frame) => `\n    at ${frameText(frame, program.name, map)}`).join('')}`;
  };
}

/**
 * @param {NodeJS.CallSite} frame
 * @param {string} name of the program
 * @param {SourceMap} sourceMap
 * @returns {string} the frame as V8 writes it, with its place in the source
 */
function frameText(frame, name, sourceMap) {
  // eslint-disable-next-line typescript/no-base-to-string -- V8 gives frames a text of their own
  const text = frame.toString();
  const [line, column] = [frame.getLineNumber() ?? 1, frame.getColumnNumber() ?? 1];
  if (frame.getFileName() !== name) return text;
  const { originalSource, originalLine, originalColumn } = originalPlace(sourceMap, line, column);
  if (originalSource === undefined) return text;
  const place = `${join(ROOT, originalSource)}:${originalLine + 1}:${originalColumn + 1}`;
  return text.replace(`${name}:${line}:${column}`, () => place);
}

/**
 * @param {SourceMap} sourceMap
 * @param {number} line
 * @param {number} column
 * @returns {Partial<import('node:module').SourceMapping> & { originalLine: number, originalColumn: number }}
 */
function originalPlace(sourceMap, line, column) {
  return { originalLine: 0, originalColumn: 0, ...sourceMap.findEntry(line - 1, column - 1) };
}

module.exports = { mapStacks };
