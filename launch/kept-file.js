const { createHash, randomBytes } = require('node:crypto');
const {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} = require('node:fs');
const { join } = require('node:path');
const { ROOT } = require('./source-key');

/** Where compiled programs are kept. It may be deleted at any time, and nothing depends on it being there. */
const FOLDER = join(ROOT, 'node_modules', '.cache', 'znyw');

/** What npm writes down of its installation. Without it, nobody knows when a package changes. */
const INSTALLED = join(ROOT, 'node_modules', '.package-lock.json');

/**
 * The sources of so many states are kept compiled: those of a few branches that somebody goes back and forth between,
 * of the synth and of the other programs each.
 */
const KEPT_STATES = 12;

/** Bytes of the digest that stands before what is kept. */
const DIGEST_BYTES = 32;

/**
 * @param {string} name
 * @returns {Buffer | undefined} what is kept under a name, or undefined where nothing is, or no longer what was kept: a
 * machine that loses its power leaves files without their content, and V8 does not look at what it is given
 */
function tryKept(name) {
  try {
    const file = readFileSync(join(FOLDER, name));
    const content = file.subarray(DIGEST_BYTES);
    return file.subarray(0, DIGEST_BYTES).equals(digest(content)) ? content : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} name */
function isKept(name) {
  return existsSync(join(FOLDER, name));
}

/**
 * Keeps a content under a name. Another process sees all of it or nothing. Where the folder cannot be written, as in
 * an image that is mounted read-only, nothing is kept and the next process compiles again.
 *
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function keep(name, content) {
  if (!existsSync(INSTALLED)) return;
  // Processes in containers may have the same number.
  const unfinished = join(FOLDER, `${name}.${randomBytes(8).toString('hex')}`);
  try {
    mkdirSync(FOLDER, { recursive: true });
    const bytes = Buffer.from(content);
    writeFileSync(unfinished, Buffer.concat([digest(bytes), bytes]), { flag: 'wx' });
    renameSync(unfinished, join(FOLDER, name));
    forgetOldest();
  } catch {
    // Explained above: it is slower then, and right.
    forget(unfinished);
  }
}

/**
 * Says that a state is in use, so that it is not the next to be forgotten.
 *
 * @param {string} name
 */
function touch(name) {
  try {
    const now = new Date();
    utimesSync(join(FOLDER, name), now, now);
  } catch {
    // It can be forgotten then, and is compiled again.
  }
}

/** @param {Uint8Array} bytes */
function digest(bytes) {
  return createHash('sha256').update(bytes).digest();
}

/** Removes the states that were used least lately, each as a whole: a name begins with the key of its sources. */
function forgetOldest() {
  /** @type {Map<string, { used: number, names: string[] }>} */
  const states = new Map();
  for (const name of readdirSync(FOLDER)) {
    const [key = name] = name.split('-');
    const state = states.get(key) ?? { used: 0, names: [] };
    state.used = Math.max(state.used, statSync(join(FOLDER, name)).mtimeMs);
    state.names.push(name);
    states.set(key, state);
  }
  const byUse = [...states.values()].sort((one, other) => other.used - one.used);
  for (const { names } of byUse.slice(KEPT_STATES)) {
    for (const name of names) forget(join(FOLDER, name));
  }
}

/** @param {string} path */
function forget(path) {
  try {
    rmSync(path, { force: true });
  } catch {
    // What cannot be removed takes room, and no more.
  }
}

module.exports = { isKept, keep, touch, tryKept };
