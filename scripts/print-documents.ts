import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { rulesDocument } from './rules-document';

/**
 * Writes the documents that are printed from the program, or, with `--check`, says which one is not up to date.
 */
async function printDocuments(checking: boolean): Promise<void> {
  const file = join(__dirname, '..', 'docs', 'rules.md');
  const text = await format(rulesDocument(), { ...(await resolveConfig(file)), parser: 'markdown' });
  if (!checking) {
    writeFileSync(file, text);
  } else if (readFileSync(file, 'utf8') !== text) {
    const name = relative(process.cwd(), file);
    process.stderr.write(`error ${name}: is not what the rules say\n  to fix: Run npm run docs, and commit ${name}.\n`);
    process.exitCode = 1;
  }
}

void printDocuments(process.argv.includes('--check'));
