const { basename, join } = require('node:path');
const { isKept, keep, touch, tryKept } = require('./kept-file');
const { ROOT, isStillKey, keyProblem, sourceKey } = require('./source-key');

/**
 * A program as one piece of JavaScript.
 *
 * @typedef {object} CompiledProgram
 * @property {string} name under which it is kept, and which its stack traces show until they are mapped
 * @property {string} entry the file that it starts with, such as `main.ts`
 * @property {string} code
 * @property {() => string | undefined} tryMap returns its source map as JSON, or undefined where that was lost
 */

/**
 * A program, or why there is none.
 *
 * @typedef {{ program: CompiledProgram, problem?: undefined } | { program?: undefined, problem: string }} Compilation
 */

/** Packages that are left outside: large, and for one command only. */
const OUTSIDE = ['elkjs', 'esbuild', 'typescript'];

/**
 * Returns a program as one piece of JavaScript, with the libraries that it uses: made by esbuild where its sources
 * have changed, and otherwise as it was kept.
 *
 * @param {string} entry the TypeScript file that it starts with, relative to the program's folder
 * @returns {Compilation}
 */
function compiledProgram(entry) {
  const name = `${sourceKey(entry)}-${entry.replaceAll(/[\\/]/g, '-')}.js`;
  const mapName = `${name}.map`;
  const kept = isKept(mapName) ? tryKept(name) : undefined;
  if (kept !== undefined) {
    touch(name);
    return { program: { name, entry, code: kept.toString('utf8'), tryMap: () => tryKept(mapName)?.toString('utf8') } };
  }
  const { code, map, problem } = compile(entry);
  if (problem !== '') return { problem };
  if (isStillKey(entry)) {
    // Not before the end, so that it takes no room from what the program writes.
    process.once('exit', () => {
      keep(mapName, map);
      keep(name, code);
    });
  }
  return { program: { name, entry, code, tryMap: () => map } };
}

/**
 * @param {string} entry
 * @returns {{ code: string, map: string, problem: string }}
 */
function compile(entry) {
  const { buildSync } = require('esbuild');
  const outfile = join(ROOT, `${basename(entry, '.ts')}.js`);
  try {
    const { outputFiles, metafile } = buildSync({
      absWorkingDir: ROOT,
      entryPoints: [entry],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      // Without the comments of libraries it is half as long.
      minifyWhitespace: true,
      legalComments: 'none',
      sourcemap: 'external',
      sourcesContent: false,
      // An import at run time becomes a require, which the loader answers.
      supported: { 'dynamic-import': false },
      external: OUTSIDE.flatMap((library) => [library, `${library}/*`]),
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const text = (/** @type {string} */ ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
    return { code: text('.js'), map: text('.map'), problem: keyProblem(entry, Object.keys(metafile.inputs)) };
  } catch (error) {
    if (!(error instanceof Error) || !('errors' in error)) throw error;
    return { code: '', map: '', problem: `${error.message}\n` };
  }
}

module.exports = { compiledProgram };
