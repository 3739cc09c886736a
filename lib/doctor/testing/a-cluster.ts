import { objectId } from '../../validation/manifest';
import type { JsonObject, Manifest } from '../../validation/manifest';
import { Cluster } from '../cluster/cluster';
import { NOTHING_EXPECTED } from '../cluster/expected';
import type { Expected } from '../cluster/expected';
import type { Unanswered } from '../judge/finding';

/** When the clusters of tests are read. The builders of objects use times shortly before it. */
export const READ_AT = '2026-11-23T07:00:00Z';

/** What a test says of a reading beside its objects. */
export interface ClusterParts {
  /** Log lines, by `namespace/pod/container`. @default none */
  readonly logs?: Readonly<Record<string, string>>;
  /** What could not be read, by kubectl's plural, with the reason. @default everything was read */
  readonly unread?: Readonly<Record<string, string>>;
  readonly unanswered?: readonly Unanswered[];
  /** @default READ_AT */
  readonly readAt?: string;
  /** Pods of other namespaces. @default not known */
  readonly podsElsewhere?: readonly JsonObject[];
}

/** Returns a cluster that has these objects, events among them. */
export function aCluster(objects: readonly JsonObject[], parts: ClusterParts = {}): Cluster {
  const { logs = {}, unread = {}, unanswered = [], readAt = READ_AT, podsElsewhere } = parts;
  return new Cluster({
    objects: objects.map(asRead),
    logs: new Map(Object.entries(logs)),
    unread: new Map(Object.entries(unread)),
    unanswered,
    readAtMillis: Date.parse(readAt),
    ...(podsElsewhere === undefined ? {} : { podsElsewhere: podsElsewhere.map(asRead) }),
  });
}

/** Returns what should be there: these objects, as if they stood in files of `dist/prod/`. */
export function anExpectation(objects: readonly JsonObject[], environment: Expected['environment'] = {}): Expected {
  return {
    manifests: objects.map((json) => ({ ...asRead(json), file: `dist/prod/${nameOf(json)}.k8s.yaml` })),
    environment: { ...NOTHING_EXPECTED.environment, ...environment },
  };
}

/** Returns `Kind/namespace/name` of an object that a test has built. */
export function idOf(json: JsonObject): string {
  return objectId(asRead(json));
}

function asRead(json: JsonObject): Manifest {
  return { json, file: 'cluster' };
}

function nameOf(json: JsonObject): string {
  return idOf(json).split('/')[2] ?? '';
}
