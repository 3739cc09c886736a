const { basename, join } = require('node:path');
const { keep, tryKept } = require('./kept-file');
const { ROOT, sourceKey, sources } = require('./source-key');

/**
 * A program as one piece of JavaScript.
 *
 * @typedef {object} CompiledProgram
 * @property {string} name under which it is kept, and which its stack traces show until they are mapped
 * @property {string} entry the file that it starts with, such as `main.ts`
 * @property {string} code
 * @property {() => string} map returns its source map as JSON
 */

/** Packages that are left outside: large, and for one command only. */
const OUTSIDE = ['elkjs', 'esbuild', 'typescript'];

/**
 * Returns a program as one piece of JavaScript, with the libraries that it uses: made by esbuild where its sources
 * have changed, and otherwise as it was kept.
 *
 * @param {string} entry the TypeScript file that it starts with, relative to the program's folder
 * @returns {CompiledProgram}
 */
function compiledProgram(entry) {
  const name = `${sourceKey(entry)}-${entry.replaceAll(/[\\/]/g, '-')}.js`;
  const kept = tryKept(name);
  if (kept !== undefined) {
    // Somebody may have deleted the one and not the other.
    const map = () => tryKept(`${name}.map`)?.toString('utf8') ?? compile(entry).map;
    return { name, entry, code: kept.toString('utf8'), map };
  }
  const { code, map } = compile(entry);
  // The map first, so that whoever finds the code finds the map as well.
  keep(`${name}.map`, map);
  keep(name, code);
  return { name, entry, code, map: () => map };
}

/**
 * @param {string} entry
 * @returns {{ code: string, map: string }}
 */
function compile(entry) {
  const { buildSync } = require('esbuild');
  const outfile = join(ROOT, `${basename(entry, '.ts')}.js`);
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
    // Node prints the line of a mistake that nobody catches.
    lineLimit: 160,
    legalComments: 'none',
    sourcemap: 'external',
    sourcesContent: false,
    sourceRoot: ROOT,
    // An import at run time becomes a require, which the loader below answers.
    supported: { 'dynamic-import': false },
    external: OUTSIDE.flatMap((library) => [library, `${library}/*`]),
    write: false,
    metafile: true,
    logLevel: 'error',
  });
  requireKeyed(entry, Object.keys(metafile.inputs));
  const text = (/** @type {string} */ ending) => outputFiles.find(({ path }) => path.endsWith(ending))?.text ?? '';
  return { code: text('.js'), map: text('.map') };
}

/**
 * Makes sure that what is kept of a program can never be out of date: a source that is no part of its key could change
 * and the program would not.
 *
 * @param {string} entry
 * @param {readonly string[]} files those that the program is made of
 */
function requireKeyed(entry, files) {
  const keyed = new Set(sources(entry));
  // Packages are keyed by their versions, wherever links to them lead.
  const others = files.filter((file) => !/(?:^|\/)node_modules\//.test(file) && !keyed.has(file));
  if (others.length === 0) return;
  throw new Error(`${entry} uses ${others.join(', ')}, and launch/source-key.js does not look there for its changes`);
}

module.exports = { compiledProgram };
