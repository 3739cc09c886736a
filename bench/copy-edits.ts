import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of all measurements together: what is compiled of a source is kept, and would be found by the next one. */
let edits = 0;

/** Returns what makes each run find other sources than any before, as after an edit of the data of production. */
export function editIn(copy: string): () => void {
  const source = join(copy, 'lib', 'environments', 'prod.ts');
  const text = readFileSync(source, 'utf8');
  return () => {
    edits += 1;
    // A comment is enough: what is compiled, and that its types are right, is kept by the bytes of the sources.
    writeFileSync(source, `${text}\n// Edit ${edits} of process ${process.pid}.\n`);
  };
}

/** Returns what makes a synth replace the folder of each environment, which it leaves alone where it is as it should be. */
export function staleIn(copy: string): () => void {
  const published = join(copy, 'dist');
  return () => {
    for (const environment of readdirSync(published)) {
      const [file] = readdirSync(join(published, environment));
      if (file !== undefined) appendFileSync(join(published, environment, file), '# stale\n');
    }
  };
}
