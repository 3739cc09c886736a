import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { documentPictures } from './document-pictures';
import { rulesDocument } from './rules-document';

const DOCUMENTS = join(__dirname, '..', 'docs');

const PICTURES = join(DOCUMENTS, 'pictures');

/**
 * Writes the documents that are printed from the program, or, with `--check`, says which ones are not up to date.
 */
async function printDocuments(checking: boolean): Promise<void> {
  const documents = new Map([
    [join(DOCUMENTS, 'rules.md'), await formatted(rulesDocument(), join(DOCUMENTS, 'rules.md'))],
  ]);
  for (const [name, svg] of await documentPictures()) documents.set(join(PICTURES, name), svg);
  const former = existsSync(PICTURES) ? readdirSync(PICTURES).filter((name) => name.endsWith('.svg')) : [];
  const strangers = former.map((name) => join(PICTURES, name)).filter((file) => !documents.has(file));
  for (const [file, text] of documents) {
    if (!checking) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
      complain(file, 'is not what the program says');
    }
  }
  for (const file of strangers) {
    if (checking) complain(file, 'is printed by nothing');
    else rmSync(file);
  }
}

async function formatted(markdown: string, file: string): Promise<string> {
  // An ES module, which a CommonJS one cannot load in another way.
  const { format } = await import('oxfmt');
  const { code, errors } = await format(file, markdown, { printWidth: 120 });
  if (errors.length > 0) throw new RangeError(errors.map(({ message }) => message).join('\n'));
  return code;
}

function complain(file: string, problem: string): void {
  const name = relative(process.cwd(), file);
  process.stderr.write(`error ${name}: ${problem}\n  to fix: Run npm run docs, and commit ${dirname(name)}.\n`);
  process.exitCode = 1;
}

void printDocuments(process.argv.includes('--check'));
