import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOTHING_EXPECTED } from '../../lib/doctor/cluster/expected';
import type { Expected } from '../../lib/doctor/cluster/expected';
import type { Unanswered } from '../../lib/doctor/judge/finding';
import { readManifests } from '../../lib/manifests/read-manifests';
import { OperatorError } from '../../lib/operator-error';
import type { Progress } from '../../lib/progress';
import { asObject, objectId } from '../../lib/validation/manifest';
import type { Manifest } from '../../lib/validation/manifest';
import { builtEnvironment } from '../built-environment';
import { environmentNamed } from '../check/known-environments';
import { outputFolderOf } from '../check/output-folder';
import { programFolder } from '../../lib/program-folder';

/** What should be there, and what of it is not known. */
export interface ExpectedObjects {
  readonly expected: Expected;
  readonly unanswered: readonly Unanswered[];
}

/** Where this program is, with its own `dist/`: the doctor is also asked from elsewhere, such as a build. */
const PROGRAM_FOLDER = programFolder();

/** How the head of a file names what to edit instead. */
const SOURCES = /^# Generated;.* Edit (.+)\.$/m;

/**
 * Returns what `dist/` says should be there, with the source file and the construct of each object.
 *
 * @param name the environment, or undefined where nothing is expected
 * @throws UsageError if there is no environment of that name
 */
export async function expectedObjects(name: string | undefined, progress: Progress): Promise<ExpectedObjects> {
  if (name === undefined) return { expected: NOTHING_EXPECTED, unanswered: [] };
  const environment = await environmentNamed(name);
  const folder = outputFolderOf(name);
  const root = ['', PROGRAM_FOLDER].find((candidate) => existsSync(join(candidate, folder)));
  if (root === undefined) {
    const reason = `${folder} does not exist; npm run synth writes it`;
    return {
      expected: { manifests: [], environment },
      unanswered: [{ question: 'what should be there', reason, isEssential: true }],
    };
  }
  const { manifests, unread } = await readManifests([join(root, folder)], noInput, progress);
  const shown = (file: string) => (root === '' ? file : file.slice(root.length + 1));
  const constructs = constructsOf(name);
  return {
    expected: {
      manifests: manifests.map((manifest) => ({
        ...manifest,
        file: shown(manifest.file),
        ...tryField('construct', constructs.get(objectId(manifest))),
      })),
      environment,
      sources: new Map([...new Set(manifests.map(({ file }) => file))].map((file) => [shown(file), sourcesOf(file)])),
    },
    unanswered: unread.map(({ file, reason }) => ({
      question: `what ${shown(file)} says should be there`,
      reason,
      isEssential: true,
    })),
  };
}

/** Returns the same for another namespace than that of the environment. */
export function inNamespace(expected: Expected, namespace: string): Expected {
  const from = expected.environment.namespace;
  if (from === undefined || from === namespace) return expected;
  const moved = ({ json, ...rest }: Manifest): Manifest => {
    const metadata = asObject(json['metadata']);
    return { ...rest, json: metadata['namespace'] === from ? { ...json, metadata: { ...metadata, namespace } } : json };
  };
  return {
    ...expected,
    manifests: expected.manifests.map(moved),
    environment: { ...expected.environment, namespace },
  };
}

/** The constructs of the program as it is now. They are an addition: a program that refuses to build has none. */
function constructsOf(name: string): ReadonlyMap<string, string> {
  try {
    const { manifests } = builtEnvironment(name);
    return new Map(
      manifests.flatMap((built) => (built.construct === undefined ? [] : [[objectId(built), built.construct]])),
    );
  } catch (error) {
    if (error instanceof OperatorError || error instanceof RangeError) return new Map();
    throw error;
  }
}

function sourcesOf(file: string): readonly string[] {
  return SOURCES.exec(readFileSync(file, 'utf8'))?.[1]?.split(' or ') ?? [];
}

function tryField(name: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [name]: value };
}

function noInput(): never {
  throw new OperatorError('dist/ is read from files');
}
