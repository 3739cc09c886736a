import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { compare } from '../comparison';
import { isInstalled } from '../is-installed';
import { TOO_LONG } from '../measured';
import type { Measurement } from '../measured';
import { copyProgram } from '../program-copy';
import { PUBLISHED, publishedFiles } from '../published-files';
import { synthIn } from '../timed-programs';
import type { TimedCommand } from '../timing';

const AS_JSON = 'the program without npm : jsonnet of the same objects as JSON';
const AS_YAML = 'the program without npm : jsonnet that writes them as YAML';

/** Other programs that write the same objects, for the document: not the same work, as they ask no rule. */
export const peers: Measurement = {
  name: 'peers',
  measure: ({ usual, slow, isShort }, folder) => {
    if (!isInstalled('jsonnet')) {
      return [AS_JSON, AS_YAML].map((what) => ({ what, reason: 'jsonnet is not installed' }));
    }
    const own = synthIn(copyProgram(join(folder, 'copy'), 'ours'));
    const objects = join(folder, 'objects.jsonnet');
    writeFileSync(objects, JSON.stringify(publishedObjects()));
    const asJson: TimedCommand = { program: 'jsonnet', args: ['--yaml-stream', objects] };
    const asYaml: TimedCommand = {
      program: 'jsonnet',
      args: ['--string', '--exec', `std.manifestYamlStream(import '${objects}')`],
    };
    return [
      compare({ what: AS_JSON, own, other: asJson }, usual),
      isShort ? { what: AS_YAML, reason: TOO_LONG } : compare({ what: AS_YAML, own, other: asYaml }, slow),
    ];
  },
};

function publishedObjects(): readonly unknown[] {
  return publishedFiles().flatMap((file) =>
    parseAllDocuments(readFileSync(join(PUBLISHED, file), 'utf8')).map((document): unknown => document.toJSON()),
  );
}
