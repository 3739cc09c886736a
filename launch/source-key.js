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
const OF_TESTS = /\.test\.ts$|[\\/](?:testing|cases[\\/])/;

/**
 * Returns a key that changes with the name or content of any source, with the installed packages and with Node, so
 * that what is kept under it can never be out of date.
 *
 * @returns {string} 32 hexadecimal digits
 */
function sourceKey() {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const file of sources()) {
    hash
      .update(`${file}\n`)
      .update(readFileSync(join(ROOT, file)))
      .update('\n');
  }
  return hash.digest('hex').slice(0, 32);
}

/** @returns {string[]} the sources, relative to the program, sorted */
function sources() {
  const found = SINGLE_FILES.filter((file) => existsSync(join(ROOT, file)));
  for (const folder of SOURCE_FOLDERS.filter((name) => existsSync(join(ROOT, name)))) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })) {
      if (/\.(?:ts|js|json|css|html)$/.test(entry) && !OF_TESTS.test(entry))
        found.push(`${folder}/${entry.replaceAll('\\', '/')}`);
    }
  }
  return found.sort();
}

module.exports = { ROOT, sourceKey };
