import { addToList } from '../../../validation/add-to-list';
import type { Manifest } from '../../../validation/manifest';
import { oncePer } from '../../../validation/once-per';
import type { Cluster } from '../../cluster/cluster';
import { explainedContainers } from './explained-containers';
import type { ExplainedContainer } from './explained-containers';
import { isDown, suspects, tryNamedService } from './meant-services';

/** A container that waits for a Service nobody answers behind. */
export interface Waiting {
  readonly one: ExplainedContainer;
  /** The line of its log that says so. */
  readonly line: string;
}

/** Returns the Services without a ready Pod that containers could not reach, with these. */
export const serversDown = oncePer((cluster: Cluster): ReadonlyMap<Manifest, readonly Waiting[]> => {
  const down = new Map<Manifest, Waiting[]>();
  for (const one of explainedContainers(cluster)) {
    if (one.because.kind !== 'unreachable') continue;
    const { server } = one.because;
    const named = tryNamedService(cluster, one, server);
    const meant = named === undefined && server.host === undefined ? suspects(cluster, one) : [named];
    for (const service of meant) {
      if (service === undefined || !isDown(cluster, service)) continue;
      addToList(down, service, { one, line: server.line });
    }
  }
  return down;
});

/** Tells whether a container waits for a Service nobody answers behind. */
export function waitsForServer(cluster: Cluster, one: ExplainedContainer): boolean {
  return [...serversDown(cluster).values()].some((waiting) => waiting.some((other) => other.one === one));
}
