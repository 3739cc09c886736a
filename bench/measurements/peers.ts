import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { programFolder } from '../../lib/program-folder';
import { seconds } from '../measured';
import type { Measured, Measurement } from '../measured';
import { isInstalled } from '../peers';
import { timePair } from '../timing';
import type { TimedCommand } from '../timing';

const ROOT = programFolder();

/** Other programs that write the same objects, for the document: not the same work, as they ask no rule. */
export const peers: Measurement = {
  name: 'peers',
  measure: ({ runs, isShort }, folder) => {
    if (!isInstalled('jsonnet')) return [];
    const own: TimedCommand = { program: process.execPath, args: [join(ROOT, 'launch/synth.js')], folder: ROOT };
    const against = (what: string, other: TimedCommand): Measured => {
      // A few are enough to see the order of magnitude.
      const pair = timePair(own, other, Math.min(runs, 3));
      return { what, figure: pair.ratio, detail: `${seconds(pair.seconds)} : ${seconds(pair.otherSeconds)}` };
    };
    const objects = join(folder, 'objects.jsonnet');
    writeFileSync(objects, JSON.stringify(publishedObjects()));
    const asJson = against('the program without npm : jsonnet of the same objects as JSON', {
      program: 'jsonnet',
      args: ['--yaml-stream', objects],
    });
    // It takes most of a minute.
    if (isShort) return [asJson];
    const asYaml = against('the program without npm : jsonnet that writes them as YAML', {
      program: 'jsonnet',
      args: ['--string', '--exec', `std.manifestYamlStream(import '${objects}')`],
    });
    return [asJson, asYaml];
  },
};

function publishedObjects(): readonly unknown[] {
  const files = ['prod', 'test'].flatMap((name) =>
    readdirSync(join(ROOT, 'dist', name)).map((file) => `${name}/${file}`),
  );
  return files.flatMap((file) =>
    parseAllDocuments(readFileSync(join(ROOT, 'dist', file), 'utf8')).map((document): unknown => document.toJSON()),
  );
}
