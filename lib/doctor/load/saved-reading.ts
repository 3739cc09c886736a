import { basename } from 'node:path';
import { asList, asObject, asText, kindOf } from '../../validation/manifest';
import type { JsonObject, Manifest } from '../../validation/manifest';
import type { ClusterReading } from '../cluster/cluster';
import { NOT_SAVED, readKinds } from '../cluster/read-kinds';
import type { Unanswered } from '../judge/finding';
import { asRead } from './as-read';
import { newestMillis } from './newest-time';
import { ELSEWHERE_FILE, isFacts } from './saved-facts';
import type { SavedFiles } from './saved-files';
import { savedLogs } from './saved-logs';

/** The kinds that run Pods, which people save together. */
const WORKLOADS: ReadonlySet<string> = new Set([
  'deployments',
  'replicasets',
  'statefulsets',
  'daemonsets',
  'jobs',
  'cronjobs',
]);

/** Returns the namespaces that objects of a saved cluster belong to, sorted; that of its own facts, if any, alone. */
export function savedNamespaces({ objects }: SavedFiles): readonly string[] {
  const told = asText(objects.find(({ json }) => isFacts(json))?.json['namespace']);
  if (told !== '') return [told];
  return [...new Set(objects.filter(({ file }) => !isElsewhere(file)).map(namespaceOf))]
    .filter((namespace) => namespace !== '')
    .sort();
}

/**
 * Returns a saved cluster as if it had been read: its objects of a namespace and those of none.
 *
 * A kind counts as read where there is an object of it, where a file is named after it or is a List of it, and where
 * the facts that `--save` writes say so; the kinds that run Pods count together. Any other is not read: that nothing is
 * there may be because nobody asked.
 */
export function savedReading(saved: SavedFiles, namespace: string): ClusterReading {
  const facts = saved.objects.find(({ json }) => isFacts(json))?.json;
  const all = asRead(saved.objects.filter(({ json, file }) => !isFacts(json) && !isElsewhere(file)));
  const objects = all.filter((object) => ['', namespace].includes(namespaceOf(object)));
  const podsElsewhere = [
    ...asRead(saved.objects.filter(({ file }) => isElsewhere(file))),
    ...all.filter((object) => kindOf(object) === 'Pod' && !['', namespace].includes(namespaceOf(object))),
  ];
  return {
    objects,
    logs: savedLogs(saved.folder, saved.logs, objects),
    unread: unreadKinds(saved, all, facts),
    unanswered: [...unreadFiles(saved), ...toldUnanswered(facts)],
    readAtMillis: Date.parse(asText(facts?.['readAt'])) || newestMillis(all),
    namespace,
    ...(podsElsewhere.length > 0 || facts?.['podsElsewhere'] === true ? { podsElsewhere } : {}),
  };
}

function unreadKinds(
  { plurals }: SavedFiles,
  objects: readonly Manifest[],
  facts: JsonObject | undefined,
): ReadonlyMap<string, string> {
  const kinds = new Set(objects.map(kindOf));
  const told = asObject(facts?.['unread']);
  const toldRead = new Set(asList(facts?.['read']).map(asText));
  const isThere = ({ plural, kind }: { plural: string; kind: string }) =>
    kinds.has(kind) || plurals.has(plural) || toldRead.has(plural);
  const someWorkload = readKinds.some((kind) => WORKLOADS.has(kind.plural) && kinds.has(kind.kind));
  return new Map(
    readKinds
      .filter((kind) => !isThere(kind) && !(facts === undefined && someWorkload && WORKLOADS.has(kind.plural)))
      .map(({ plural }) => [plural, asText(told[plural]) || NOT_SAVED]),
  );
}

function unreadFiles({ unread }: SavedFiles): readonly Unanswered[] {
  return unread.map(({ file, reason }) => ({ question: `what ${file} says`, reason, isEssential: true }));
}

function toldUnanswered(facts: JsonObject | undefined): readonly Unanswered[] {
  return asList(facts?.['unanswered'])
    .map(asObject)
    .map(({ question, reason, isEssential }) => ({
      question: asText(question),
      reason: asText(reason),
      ...(isEssential === true ? { isEssential } : {}),
    }));
}

function namespaceOf({ json }: Manifest): string {
  return asText(asObject(json['metadata'])['namespace']);
}

function isElsewhere(file: string): boolean {
  return basename(file) === ELSEWHERE_FILE;
}
