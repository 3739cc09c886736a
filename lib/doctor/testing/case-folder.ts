import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifests } from '../../manifests/read-manifests';
import { Cluster } from '../cluster/cluster';
import type { Expected } from '../cluster/expected';
import { readSavedFiles } from '../load/saved-files';
import { savedNamespaces, savedReading } from '../load/saved-reading';

/** A finding that a case has to come to. */
export interface CaseFinding {
  readonly id: string;
  /** `Kind/namespace/name`. */
  readonly object: string;
  /** Whether it has to be the first of all. @default false */
  readonly first?: boolean;
}

/** A cluster that was saved, with what is wrong with it. */
export interface CaseFolder {
  readonly name: string;
  readonly cluster: Cluster;
  /** What `dist/` of the case says should be there. */
  readonly expected: Expected;
  /** What `expected.json` of the case says: an empty list for a healthy cluster. */
  readonly findings: readonly CaseFinding[];
}

const CASES = join(__dirname, '..', 'cases');

/** Returns the names of the folders in `lib/doctor/cases/`. */
export function caseNames(): readonly string[] {
  return readdirSync(CASES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/**
 * Reads a case: `cluster/` is a saved cluster, as `--save` or kubectl wrote it; `dist/`, if it is there, what should be
 * there; `expected.json` the findings, as a list.
 */
export async function readCase(name: string): Promise<CaseFolder> {
  const noInput = () => {
    throw new Error('a case is read from files');
  };
  const saved = await readSavedFiles(join(CASES, name, 'cluster'), noInput);
  const [namespace = 'default'] = savedNamespaces(saved);
  const dist = join(CASES, name, 'dist');
  const { manifests } = existsSync(dist) ? await readManifests([dist], noInput) : { manifests: [] };
  return {
    name,
    cluster: new Cluster(savedReading(saved, namespace)),
    expected: {
      manifests: manifests.map((manifest) => ({
        ...manifest,
        file: manifest.file.slice(join(CASES, name).length + 1),
      })),
      environment: { namespace },
    },
    findings: JSON.parse(readFileSync(join(CASES, name, 'expected.json'), 'utf8')),
  };
}
