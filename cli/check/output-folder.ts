import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Unread } from '../../lib/manifests/manifest-files';

/** Where a synth writes: a folder for each environment. */
const OUTPUT_FOLDER = 'dist';

/** The folders of a synth's output. */
export interface OutputFolder {
  /** The environments that have a folder, sorted. */
  readonly environments: readonly string[];
  /** What else is there, and belongs to no environment. */
  readonly unread: readonly Unread[];
}

/** Returns where the synth of an environment writes. */
export function outputFolderOf(environment: string): string {
  return join(OUTPUT_FOLDER, environment);
}

/** Looks which environments a synth has written. */
export function outputFolder(known: readonly string[]): OutputFolder {
  if (!existsSync(OUTPUT_FOLDER)) {
    return { environments: [], unread: [{ file: OUTPUT_FOLDER, reason: 'does not exist; npm run synth writes it' }] };
  }
  const names = readdirSync(OUTPUT_FOLDER).sort();
  return {
    environments: names.filter((name) => known.includes(name)),
    unread: names
      .filter((name) => !known.includes(name))
      .map((name) => ({
        file: outputFolderOf(name),
        reason: `belongs to no environment; known: ${known.join(', ')}`,
      })),
  };
}
