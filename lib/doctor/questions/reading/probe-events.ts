import { asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import { eventMessage } from './evidence';

/** The probes of a container. */
export type ProbeKind = 'startup' | 'liveness' | 'readiness';

/** What the kubelet said of the probes of a container. */
export interface ProbeEvents {
  /** `Container c failed startup probe, will be restarted`: the newest. @default none was killed for it */
  readonly killing?: JsonObject;
  /** Which probe killed it. */
  readonly killer?: 'startup' | 'liveness';
  /** `Startup probe failed: …`: the newest of each probe. */
  readonly failures: ReadonlyMap<ProbeKind, JsonObject>;
}

const KILLING = /^Container (\S{1,253}) failed (startup|liveness) probe/;
const PROBES: ReadonlyMap<string, ProbeKind> = new Map([
  ['Startup', 'startup'],
  ['Liveness', 'liveness'],
  ['Readiness', 'readiness'],
]);
const FAILURE = /^(Startup|Liveness|Readiness) probe (?:failed|errored)/;

/** Returns what the kubelet said of the probes of a container of a Pod. */
export function probeEventsOf(cluster: Cluster, pod: Manifest, container: string): ProbeEvents {
  const failures = new Map<ProbeKind, JsonObject>();
  let killing: JsonObject | undefined;
  let killer: ProbeEvents['killer'];
  for (const event of cluster.eventsAbout(pod)) {
    const message = eventMessage(event);
    const [, name, kind] = KILLING.exec(message) ?? [];
    if (name === container && killing === undefined) {
      killing = event;
      killer = kind === 'startup' ? 'startup' : 'liveness';
    }
    const said = FAILURE.exec(message)?.[1];
    const probe = said === undefined ? undefined : PROBES.get(said);
    if (probe !== undefined && isAbout(event, container) && !failures.has(probe)) failures.set(probe, event);
  }
  return { ...(killing === undefined ? {} : { killing }), ...(killer === undefined ? {} : { killer }), failures };
}

function isAbout(event: JsonObject, container: string): boolean {
  const path = asText(asObject(event['involvedObject'] ?? event['regarding'])['fieldPath']);
  return path === '' || path.endsWith(`{${container}}`);
}
