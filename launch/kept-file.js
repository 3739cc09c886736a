const { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { ROOT } = require('./source-key');

/** Where compiled programs are kept. It may be deleted at any time, and nothing depends on it being there. */
const FOLDER = join(ROOT, 'node_modules', '.cache', 'znyw');

/** So many files are kept: those of a few branches that somebody goes back and forth between. */
const KEPT_FILES = 40;

/**
 * @param {string} name
 * @returns {Buffer | undefined} what is kept under a name, or undefined where nothing is
 */
function tryKept(name) {
  try {
    return readFileSync(join(FOLDER, name));
  } catch {
    return undefined;
  }
}

/**
 * Keeps a content under a name. Another process sees all of it or nothing. Where the folder cannot be written, as in
 * an image that is mounted read-only, nothing is kept and the next process compiles again.
 *
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function keep(name, content) {
  try {
    mkdirSync(FOLDER, { recursive: true });
    const unfinished = join(FOLDER, `${name}.${process.pid}`);
    writeFileSync(unfinished, content);
    renameSync(unfinished, join(FOLDER, name));
    forgetOldest();
  } catch {
    // Explained above: it is slower then, and right.
  }
}

/** Names begin with the key of the sources and say nothing about age, so the order of the folder has to do. */
function forgetOldest() {
  const { statSync } = require('node:fs');
  const files = readdirSync(FOLDER).map((name) => ({ name, changed: statSync(join(FOLDER, name)).mtimeMs }));
  files.sort((one, other) => other.changed - one.changed);
  for (const { name } of files.slice(KEPT_FILES)) rmSync(join(FOLDER, name), { force: true });
}

module.exports = { keep, tryKept };
