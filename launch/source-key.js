const { createHash } = require('node:crypto');
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/** The folder of the program. */
const ROOT = join(__dirname, '..');

/** The folders that hold the sources of what is run. */
const SOURCE_FOLDERS = ['bench', 'cli', 'imports', 'launch', 'lib'];

/** What else decides what a compiled program is: its entry, the settings, and the versions of all that is installed. */
const SINGLE_FILES = ['main.ts', 'package.json', 'tsconfig.json', 'node_modules/.package-lock.json'];

/** What stands above a synth, which the linter keeps out of it: to read it took as long as all that a synth is made of. */
const NOT_OF_SYNTH = new Set(['bench', 'cli', 'lib/delivery', 'lib/doctor', 'lib/review']);

/** Tests and what they read are never part of a program, and there is more of them than of sources. */
const FOLDERS_OF_TESTS = new Set(['cases', 'testing', '__snapshots__']);

/** What begins with a dot is somebody's editor's. */
const SOURCE = /^(?!\.).*(?<!\.test)\.(?:ts|js|json|css)$/;

/** @type {Map<string, string>} */
const knownKeys = new Map();

/**
 * Returns a key that changes with the name or content of any source that a program may be made of, with the installed
 * packages and with Node, so that what is kept under it can never be out of date. It is that of the sources as this
 * process has found them first.
 *
 * @param {string} entry the file that the program starts with
 * @returns {string} 32 hexadecimal digits
 */
function sourceKey(entry) {
  const known = knownKeys.get(entry) ?? presentKey(entry);
  knownKeys.set(entry, known);
  return known;
}

/**
 * Tells whether the sources are still those of the key. Whoever has read them asks before he keeps what he made of
 * them: another branch may have been checked out meanwhile.
 *
 * @param {string} entry
 */
function isStillKey(entry) {
  return sourceKey(entry) === presentKey(entry);
}

/** @param {string} entry */
function presentKey(entry) {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const file of sources(entry)) {
    hash.update(`${file}\n`).update(content(file)).update('\n');
  }
  return hash.digest('hex').slice(0, 32);
}

/**
 * @param {string} file
 * @returns {Buffer | string} its content, or why there is none; whoever needs the file will say so
 */
function content(file) {
  try {
    return readFileSync(join(ROOT, file));
  } catch (error) {
    return String(error);
  }
}

/**
 * @param {string} entry
 * @returns {string[]} the sources that the program may be made of, relative to the folder of the program, sorted
 */
function sources(entry) {
  const found = SINGLE_FILES.filter((file) => existsSync(join(ROOT, file)));
  const isLeftOut = (/** @type {string} */ folder) => entry === 'main.ts' && NOT_OF_SYNTH.has(folder);
  const open = SOURCE_FOLDERS.filter((folder) => !isLeftOut(folder) && existsSync(join(ROOT, folder)));
  for (const folder of open) {
    for (const item of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = `${folder}/${item.name}`;
      if (!item.isDirectory()) {
        if (SOURCE.test(item.name)) found.push(path);
      } else if (!FOLDERS_OF_TESTS.has(item.name) && !isLeftOut(path)) open.push(path);
    }
  }
  return found.sort();
}

/**
 * Makes sure that what is kept of a program can never be out of date: a source that is no part of its key could change
 * and the program would not.
 *
 * @param {string} entry
 * @param {readonly string[]} files those that the program is made of, relative to the folder of the program
 * @returns {string} what is wrong, as an operator reads it; empty where nothing is
 */
function keyProblem(entry, files) {
  const keyed = new Set(sources(entry));
  // Packages are keyed by their versions, wherever links to them lead.
  const others = files.filter((file) => !/(?:^|\/)node_modules\//.test(file) && !keyed.has(file));
  if (others.length === 0) return '';
  return `error: ${entry} uses ${others.join(', ')}, and launch/source-key.js does not look there for its changes
  to fix: Move what is used to where the program may use it, or let launch/source-key.js look there.
`;
}

module.exports = { ROOT, isStillKey, keyProblem, sourceKey };
