import type { Unread } from '../../lib/manifests/manifest-files';
import { readManifests } from '../../lib/manifests/read-manifests';
import type { ObjectSet } from '../../lib/validation/report/check-report';
import type { RuleEnvironment } from '../../lib/validation/rule';
import type { CommandInput } from '../command-input';
import type { WatchedTerminal } from '../progress';
import { UsageError } from '../usage-error';
import { tryCloudFromFlags } from './cloud-flags';
import { environmentNamed, knownEnvironments } from './known-environments';
import { outputFolder, outputFolderOf } from './output-folder';

/** The sets of objects that a command line is about, and what of them could not be read. */
export interface ObjectSets {
  readonly sets: readonly ObjectSet[];
  readonly unread: readonly Unread[];
}

/** What is to be read as one set, and by which environment it is judged. */
interface Assignment {
  readonly environment: RuleEnvironment;
  readonly paths: readonly string[];
}

/**
 * Reads the objects that a command line is about: those of its paths as one set, or else those of each environment.
 *
 * @throws UsageError if the command line contradicts itself or names an unknown environment
 */
export async function objectSets(input: CommandInput, terminal: WatchedTerminal): Promise<ObjectSets> {
  const sets: ObjectSet[] = [];
  const { assignments, unread: left } = await assignmentsOf(input);
  const unread = [...left];
  for (const { environment, paths } of assignments) {
    const read = await readManifests(paths, terminal.stdin, terminal.progress);
    sets.push({ environment, manifests: read.manifests });
    for (const entry of read.unread) unread.push(entry);
  }
  return { sets, unread };
}

async function assignmentsOf(
  input: CommandInput,
): Promise<{ readonly assignments: readonly Assignment[]; readonly unread: readonly Unread[] }> {
  const cloud = tryCloudFromFlags(input);
  const name = input.tryValue('environment');
  if (cloud !== undefined && name !== undefined) {
    throw new UsageError('both --environment and --vms say what to judge by; leave one of the 2 out');
  }
  if (name !== undefined) {
    const paths = input.words.length === 0 ? [outputFolderOf(name)] : input.words;
    return { assignments: [{ environment: await environmentNamed(name), paths }], unread: [] };
  }
  if (input.words.length > 0) {
    return { assignments: [{ environment: cloud === undefined ? {} : { cloud }, paths: input.words }], unread: [] };
  }

  const known = await knownEnvironments();
  const { environments, unread } = outputFolder(known.map((environment) => environment.name));
  const assignments = known
    .filter((environment) => environments.includes(environment.name))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .map((environment) => ({
      environment: cloud === undefined ? environment : { name: environment.name, cloud },
      paths: [outputFolderOf(environment.name)],
    }));
  return { assignments, unread };
}
