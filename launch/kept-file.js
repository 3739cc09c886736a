const { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { ROOT } = require('./source-key');

/** Where compiled programs are kept. It may be deleted at any time, and nothing depends on it being there. */
const FOLDER = join(ROOT, 'node_modules', '.cache', 'znyw');

/**
 * The sources of so many states are kept compiled: those of a few branches that somebody goes back and forth between,
 * of the synth and of the other programs each.
 */
const KEPT_STATES = 12;

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

/** Removes the states that were used least lately, each as a whole: a name begins with the key of its sources. */
function forgetOldest() {
  const { statSync } = require('node:fs');
  /** @type {Map<string, { changed: number, names: string[] }>} */
  const states = new Map();
  for (const name of readdirSync(FOLDER)) {
    const [key = name] = name.split('-');
    const state = states.get(key) ?? { changed: 0, names: [] };
    state.changed = Math.max(state.changed, statSync(join(FOLDER, name)).mtimeMs);
    state.names.push(name);
    states.set(key, state);
  }
  const byAge = [...states.values()].sort((one, other) => other.changed - one.changed);
  for (const { names } of byAge.slice(KEPT_STATES)) {
    for (const name of names) rmSync(join(FOLDER, name), { force: true });
  }
}

module.exports = { keep, tryKept };
