import { addToList } from '../add-to-list';
import { alternatives, quoted } from '../fields/expectations';
import { asText, kindOf } from '../manifest';
import type { Manifest } from '../manifest';
import { tryNearestName } from '../names/nearest-name';
import { apiGroupOf } from '../pods/pods';
import type { FieldProblem } from '../fields/field-problems';
import { servedKinds, tryTypeOfKind } from './field-table';

const servedVersions = new Map<string, string[]>();
for (const [apiVersion = '', kind = ''] of servedKinds().map((served) => served.split(' '))) {
  addToList(servedVersions, kind, apiVersion);
}

/** The API groups of Kubernetes itself. `extensions` has been empty since 1.22. */
const KUBERNETES_GROUPS: ReadonlySet<string | undefined> = new Set([
  ...[...servedVersions.values()].flat().map(apiGroupOf),
  'extensions',
]);

/**
 * Returns what is wrong with the kind of an object, none where Kubernetes 1.27 serves it or where the group is not one
 * of its own: a custom resource may define any.
 *
 * A list of objects is no object: kubectl takes it apart.
 */
export function unservedKindProblems(manifest: Manifest): readonly FieldProblem[] {
  const [apiVersion, kind] = [asText(manifest.json['apiVersion']), kindOf(manifest)];
  if (kind === '') return [missing('kind', 'Write the kind, such as Deployment.')];
  if (apiVersion === '') return [missing('apiVersion', versionRemedy(kind) ?? 'Write the version, such as apps/v1.')];
  if (tryTypeOfKind(apiVersion, kind) !== undefined || kind.endsWith('List')) return [];

  const group = apiGroupOf(apiVersion);
  // Without a slash it would be of the core group, which has v1 alone; with two it is no version at all.
  if (group !== undefined && !KUBERNETES_GROUPS.has(group)) return [];
  const message = `is ${quoted(apiVersion)}, in which Kubernetes 1.27 serves no ${quoted(kind)}`;
  return [{ field: 'apiVersion', message, remedy: versionRemedy(kind) ?? kindRemedy(kind) }];
}

function missing(field: string, remedy: string): FieldProblem {
  return { field, message: 'is missing; without it nothing is known about the object', remedy };
}

function versionRemedy(kind: string): string | undefined {
  const versions = servedVersions.get(kind);
  if (versions === undefined) return undefined;
  // The last is the newest.
  return `Write apiVersion: ${versions.at(-1)}; some fields may differ.`;
}

function kindRemedy(kind: string): string {
  const nearest = tryNearestName(kind, [...servedVersions.keys()]);
  if (nearest === undefined) return 'Remove it, or use a kind that Kubernetes 1.27 serves.';
  return `Write kind: ${nearest} with apiVersion: ${alternatives(servedVersions.get(nearest) ?? [])}.`;
}
