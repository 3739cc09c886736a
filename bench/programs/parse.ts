import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

// Merely parses the YAML below a folder with the parser of our reader, without its bounds. Argument: the folder.
const [folder = '.'] = process.argv.slice(2);

let documents = 0;
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (file.endsWith('.yaml')) documents += parseAllDocuments(readFileSync(join(folder, file), 'utf8')).length;
}
process.stdout.write(`${documents} documents\n`);
