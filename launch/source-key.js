const { createHash } = require('node:crypto');
const { existsSync, readFileSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

/** The folder of the program. */
const ROOT = join(__dirname, '..');

/** The folders that hold the sources of what is run. */
const SOURCE_FOLDERS = ['bench', 'cli', 'imports', 'launch', 'lib'];

/** What else decides what a compiled program is: its entry, the settings, and the versions of all that is installed. */
const SINGLE_FILES = ['main.ts', 'package.json', 'tsconfig.json', 'node_modules/.package-lock.json'];

/** Tests and what they read are never part of a program, and there is more of them than of sources. */
const FOLDERS_OF_TESTS = new Set(['cases', 'testing', '__snapshots__']);

const SOURCE = /(?<!\.test)\.(?:ts|js|json|css)$/;

/** @type {string | undefined} */
let knownKey;

/**
 * Returns a key that changes with the name or content of any source, with the installed packages and with Node, so
 * that what is kept under it can never be out of date. Sources that change while a process runs are those of the next.
 *
 * @returns {string} 32 hexadecimal digits
 */
function sourceKey() {
  if (knownKey === undefined) {
    const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
    for (const file of sources()) {
      hash
        .update(`${file}\n`)
        .update(readFileSync(join(ROOT, file)))
        .update('\n');
    }
    knownKey = hash.digest('hex').slice(0, 32);
  }
  return knownKey;
}

/** @returns {string[]} the sources, relative to the program, sorted */
function sources() {
  const found = SINGLE_FILES.filter((file) => existsSync(join(ROOT, file)));
  const open = SOURCE_FOLDERS.filter((folder) => existsSync(join(ROOT, folder)));
  for (const folder of open) {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!FOLDERS_OF_TESTS.has(entry.name)) open.push(path);
      } else if (SOURCE.test(entry.name)) found.push(path);
    }
  }
  return found.sort();
}

module.exports = { ROOT, sourceKey };
