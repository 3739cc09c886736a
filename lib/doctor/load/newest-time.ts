import type { Json, Manifest } from '../../validation/manifest';

/** The fields that say when something happened. Not deletionTimestamp, which lies ahead by the grace period. */
const TIMES: ReadonlySet<string> = new Set([
  'creationTimestamp',
  'firstTimestamp',
  'lastTimestamp',
  'eventTime',
  'lastObservedTime',
  'lastTransitionTime',
  'lastUpdateTime',
  'lastProbeTime',
  'lastHeartbeatTime',
  'startTime',
  'startedAt',
  'finishedAt',
  'completionTime',
  'lastScheduleTime',
  'lastSuccessfulTime',
]);

/** What people write themselves, where a time is none of the cluster. */
const SKIPPED: ReadonlySet<string> = new Set(['annotations', 'labels', 'template', 'data', 'managedFields']);

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** As deep as an object of Kubernetes has times. */
const MAX_DEPTH = 10;

/** Returns the newest time in the objects, in milliseconds since 1970; 0 where there is none. */
export function newestMillis(objects: readonly Manifest[]): number {
  return objects.reduce((newest, { json }) => Math.max(newest, newestIn(json, MAX_DEPTH)), 0);
}

function newestIn(value: Json | undefined, depth: number): number {
  if (typeof value !== 'object' || value === null || depth === 0) return 0;
  let newest = 0;
  for (const [name, field] of Object.entries<Json | undefined>(value)) {
    if (TIMES.has(name) && typeof field === 'string' && TIME.test(field)) {
      newest = Math.max(newest, Date.parse(field) || 0);
    } else if (!SKIPPED.has(name)) {
      newest = Math.max(newest, newestIn(field, depth - 1));
    }
  }
  return newest;
}
