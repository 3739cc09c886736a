import { addToList } from '../../../validation/add-to-list';
import type { Manifest } from '../../../validation/manifest';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import type { GivenAddress } from '../../../validation/reach/given-addresses';
import { portsMeant } from '../../../validation/reach/service-addresses';
import { servingPods, tryPodPort } from '../../../validation/reach/service-ports';
import { isLetThrough } from './network-view';
import type { ConnectionPort, NetworkView } from './network-view';

/** A workload that reaches another one. */
export interface PodConnection {
  readonly client: PodTemplate;
  readonly server: PodTemplate;
  /** @default every port is open */
  readonly port?: ConnectionPort;
}

/** Returns whom a workload reaches by the addresses that it is given, where the NetworkPolicies let it through. */
export function addressConnections(
  client: PodTemplate,
  given: readonly GivenAddress[],
  view: NetworkView,
): readonly PodConnection[] {
  return [...callsByService(client, given, view)].flatMap(([service, addresses]) => {
    // Whoever is told his own name does not call himself.
    const servers = servingPods(view.servers.get(service) ?? []).filter((server) => server !== client);
    const ports = addresses.flatMap((address) => portsMeant(service, address));
    return servers.flatMap((server) =>
      ports.flatMap((port): readonly PodConnection[] => {
        const number = tryPodPort(server, port);
        if (number === undefined) return [];
        const reached = { number, protocol: port.protocol };
        return isLetThrough(client, server, reached, view) ? [{ client, server, port: reached }] : [];
      }),
    );
  });
}

function callsByService(client: PodTemplate, given: readonly GivenAddress[], view: NetworkView) {
  const calls = new Map<Manifest, GivenAddress[]>();
  for (const address of given) {
    const service = view.services.tryResolve(address.host, client.namespace);
    if (service === undefined) continue;
    addToList(calls, service, address);
  }
  // A bare word says less than the same name with its port, which other places of a configuration have.
  return [...calls].map(([service, addresses]) => {
    const withPort = addresses.filter(({ port }) => port !== undefined);
    const clear = withPort.length > 0 ? withPort : addresses.filter(({ certain }) => certain);
    return [service, clear.length > 0 ? clear : addresses] as const;
  });
}
