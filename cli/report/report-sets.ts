import { statSync } from 'node:fs';
import { ruleEnvironment } from '../../lib/app/rule-environment';
import { decodedText } from '../../lib/manifests/decoded-text';
import { readBounded } from '../../lib/manifests/bounded-bytes';
import type { Unread } from '../../lib/manifests/manifest-files';
import { readManifests } from '../../lib/manifests/read-manifests';
import type { ReportSet } from '../../lib/review/report/model/report-set';
import { sourcesInHeader } from '../../lib/review/report/model/sources-in-header';
import type { Manifest } from '../../lib/validation/manifest';
import { builtEnvironment, builtEnvironments } from '../built-environment';
import type { BuiltEnvironment } from '../built-environment';
import type { CommandInput } from '../command-input';
import { namedEnvironment } from '../named-environment';
import type { WatchedTerminal } from '../progress';

/** What a report is about, and what of it could not be read. */
export interface ReportSets {
  readonly sets: readonly ReportSet[];
  readonly unread: readonly Unread[];
}

/**
 * Returns what a command line wants a report on: the environments as a synth would write them, or the YAML of a path.
 *
 * @throws UsageError for an unknown environment
 */
export async function reportSets(input: CommandInput, terminal: WatchedTerminal): Promise<ReportSets> {
  const name = input.tryValue('environment');
  const path = input.tryValue('from');
  if (path === undefined) {
    const built = name === undefined ? builtEnvironments() : [builtEnvironment(name)];
    return { sets: built.map(builtSet), unread: [] };
  }
  const environment = name === undefined ? {} : ruleEnvironment(namedEnvironment(name));
  const { manifests, unread } = await readManifests([path], terminal.stdin, terminal.progress);
  return { sets: [{ name: path, environment, manifests, sources: sourcesOfFiles(manifests) }], unread };
}

function builtSet({ environment, manifests, sources }: BuiltEnvironment): ReportSet {
  return { name: environment.name, environment: ruleEnvironment(environment), manifests, sources };
}

function sourcesOfFiles(manifests: readonly Manifest[]): ReadonlyMap<string, readonly string[]> {
  const files = new Set(manifests.map(({ file }) => file));
  return new Map([...files].map((file) => [file, sourcesOfFile(file)]));
}

/** A pipe was read to its end before, and standard input is no file. */
function sourcesOfFile(file: string): readonly string[] {
  try {
    return statSync(file).isFile() ? sourcesInHeader(decodedText(readBounded(file))) : [];
  } catch {
    return [];
  }
}
