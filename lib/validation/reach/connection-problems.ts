import type { GivenAddress } from './given-addresses';
import type { Manifest } from '../manifest';
import { listed, nameOf } from '../references/named-objects';
import type { NamespaceLabels } from '../references/namespace-labels';
import type { Direction, NetworkPolicies } from './network-policies';
import { allowsPods } from './network-reach';
import type { PodTemplate } from '../pods/pod-templates';
import { workloadName } from '../pods/pods';
import type { Problem } from '../rule';
import { portsMeant } from './service-addresses';
import { servicePorts, servingPods, tryPodPort } from './service-ports';
import type { ServicePort } from './service-ports';

/** What lies between the Pods of a set. */
export interface Network {
  readonly policies: NetworkPolicies;
  readonly namespaces: NamespaceLabels;
  /** The Pods of each Service. */
  readonly servers: ReadonlyMap<Manifest, readonly PodTemplate[]>;
}

/** A client that is given the address of a Service. */
export interface Call {
  readonly client: PodTemplate;
  readonly address: GivenAddress;
  readonly service: Manifest;
}

/** Those whose policies count in a direction, and those on the other side. */
type Side = readonly [direction: Direction, own: PodTemplate, other: PodTemplate];

/** Returns what stands in the way of a call: a port that the Service does not have, or a NetworkPolicy on either side. */
export function callProblems(call: Call, network: Network): readonly Problem[] {
  const { client, address, service } = call;
  const servers = servingPods(network.servers.get(service) ?? []);
  // Whoever is told his own name reaches himself. Where no Pods are known, nothing is either.
  if (servers.every(({ workload }) => workload === client.workload)) {
    return [];
  }
  const ports = portsMeant(service, address);
  if (ports.length === 0) return address.certain && address.port !== undefined ? noPort(call) : [];
  const problems = ports.map((port) =>
    servers.flatMap((server) => blockedSides(call, server, port, network)).slice(0, 2),
  );
  // Which port is meant may be left open; then one that is let through is enough.
  return problems.every((blocked) => blocked.length > 0) ? (problems[0] ?? []) : [];
}

function noPort({ client, address, service }: Call): readonly Problem[] {
  const offered = servicePorts(service).map(({ number }) => number);
  if (offered.length === 0) return [];
  const message = `is given ${addressText(address)}; Service ${nameOf(service)} has port ${listed(offered.map(String))}`;
  const remedy = 'Correct the port of the address, or add it to the Service.';
  return [{ manifest: client.workload.manifest, field: address.field, message, remedy }];
}

function blockedSides(call: Call, server: PodTemplate, port: ServicePort, network: Network): readonly Problem[] {
  const { client, address } = call;
  const number = tryPodPort(server, port);
  if (number === undefined) return [];
  const { protocol } = port;
  const names = server.ports
    .filter((declared) => declared.number === number && declared.protocol === protocol)
    .map(({ name }) => name);

  const isBlocked = ([direction, own, other]: Side) => {
    const policies = network.policies.over(own, direction);
    return policies.length > 0 && !allowsPods(policies, other, { number, protocol, names }, network.namespaces);
  };
  const sides: readonly Side[] = [
    ['Egress', client, server],
    ['Ingress', server, client],
  ];
  return sides.filter(isBlocked).map(([direction, own]) => {
    const policies = network.policies.over(own, direction);
    const target = `${protocol} ${number} of ${server.workload.kind} ${workloadName(server.workload)}`;
    const gate = `${direction.toLowerCase()} of NetworkPolicy ${listed(policies.map(({ name }) => name))}`;
    const message = `is given ${addressText(address)}, which is ${target}; the ${gate} does not allow it`;
    const remedy =
      direction === 'Egress'
        ? `Allow ${protocol} ${number} to the Pods of ${workloadName(server.workload)} in the ${gate}.`
        : `Allow ${protocol} ${number} from the Pods of ${workloadName(client.workload)} in the ${gate}.`;
    return { manifest: client.workload.manifest, field: address.field, message, remedy };
  });
}

/** Returns an address as a message names it. */
export function addressText({ host, port, scheme }: GivenAddress): string {
  return `${scheme === undefined ? '' : `${scheme}://`}${host}${port === undefined ? '' : `:${port}`}`;
}
