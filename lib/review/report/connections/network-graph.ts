import type { Manifest } from '../../../validation/manifest';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import type { GivenAddress } from '../../../validation/reach/given-addresses';
import type { Text } from '../../../text';
import type { GraphEdge, GraphNode } from '../report-model';
import { addressConnections } from './address-connections';
import { compareTexts, Connections } from './connections';
import { entryConnections } from './entry-connections';
import type { EntryConnection } from './entry-connections';
import type { NetworkView } from './network-view';
import { givenAddresses, outsideCalls } from './outside-calls';
import { blocksByTemplate, outsideConnections } from './outside-connections';
import type { OutsideConnection } from './outside-connections';
import { externalNames } from './external-names';
import { OutsideSystems } from './outside-systems';
import { policyConnections, policySides } from './policy-connections';
import { policyWords } from './policy-peers';
import { strangerConnections } from './stranger-connections';
import type { StrangerConnection } from './stranger-connections';

/** Who talks to whom in a whole set. */
export interface NetworkGraph {
  /** What stands outside, by id. */
  readonly outside: ReadonlyMap<string, GraphNode>;
  readonly edges: readonly GraphEdge[];
  /** The workloads that are reached from outside the cluster, with the hosts by which browsers know them. */
  readonly entries: ReadonlyMap<Manifest, readonly string[]>;
}

/** Stands for those who come by an Ingress. */
export const BROWSERS = { id: 'outside:browsers', words: { en: 'Browsers', zh: '浏览器' } };
const CLIENTS = { id: 'outside:clients', words: { en: 'Clients outside', zh: '集群外的客户端' } };

/**
 * Returns who talks to whom: whoever is given an address that the NetworkPolicies of both sides let through, and
 * whoever a NetworkPolicy names. Where no policies are, only addresses count, since then everybody may talk to
 * everybody and that tells nothing.
 *
 * @param ids how the nodes of the workloads are called
 */
export function networkGraph(view: NetworkView, ids: ReadonlyMap<Manifest, string>): NetworkGraph {
  const idOf = ({ workload }: PodTemplate) => ids.get(workload.manifest) ?? '';
  const addresses = givenAddresses(view);
  const given = new Map(view.templates.map((template) => [template, addresses.of(template)]));
  const words = policyWords(view.manifests, view.environment);
  const sides = policySides(words, view);

  const connections = new Connections();
  const within = [
    ...view.templates.flatMap((template) => addressConnections(template, given.get(template) ?? [], view)),
    ...policyConnections(words.peers, sides, view),
  ];
  for (const { client, server, port } of within) {
    connections.add(idOf(client), idOf(server), port && `${port.number}/${port.protocol}`);
  }
  const entries = entryConnections(view);
  const outside = new Map<string, GraphNode>();
  for (const { server, by, port } of entries) {
    connections.add(by === 'ingress' ? BROWSERS.id : CLIENTS.id, idOf(server), port);
  }
  for (const node of entryNodes(entries)) outside.set(node.id, node);
  for (const connection of strangers(strangerConnections(words.peers, sides), entries)) {
    outside.set(connection.stranger.id, connection.stranger);
    connect(connections, connection, idOf(connection.template), connection.stranger.id);
  }
  const blocks = blocksByTemplate(words.blocks, sides.subjects);
  for (const { connection, node } of outsideNodes(view, given, (template) => blocks.get(template) ?? [])) {
    outside.set(node.id, node);
    connect(connections, connection, idOf(connection.template), node.id);
  }
  return { outside, edges: connections.edges, entries: hostsByEntry(entries) };
}

function connect(
  connections: Connections,
  { direction, port }: Pick<OutsideConnection, 'direction' | 'port'>,
  workload: string,
  other: string,
): void {
  if (direction === 'Egress') connections.add(workload, other, port);
  else connections.add(other, workload, port);
}

/** Leaves out the Pods of the Ingress controller: who comes through them is drawn. */
function strangers(
  connections: readonly StrangerConnection[],
  entries: readonly EntryConnection[],
): readonly StrangerConnection[] {
  const behindIngress = new Map<PodTemplate, Set<string>>();
  for (const { server, by, port } of entries) {
    if (by === 'ingress') behindIngress.set(server, (behindIngress.get(server) ?? new Set()).add(port));
  }
  return connections.filter(
    ({ template, direction, port }) =>
      direction === 'Egress' || port === undefined || behindIngress.get(template)?.has(port) !== true,
  );
}

function outsideNodes(
  view: NetworkView,
  given: ReadonlyMap<PodTemplate, readonly GivenAddress[]>,
  blocksOf: (template: PodTemplate) => Parameters<typeof outsideConnections>[2],
): readonly { readonly connection: OutsideConnection; readonly node: GraphNode }[] {
  const systems = new OutsideSystems();
  const connections = view.templates.flatMap((template) => [
    ...outsideConnections(
      template,
      outsideCalls(template, given.get(template) ?? [], view),
      blocksOf(template),
      systems,
      view,
    ),
    ...externalNames(template, given.get(template) ?? [], systems, view),
  ]);
  const nodes = systems.nodes();
  return connections.flatMap((connection) => {
    const node = nodes.get(connection.system.trace);
    return node === undefined ? [] : [{ connection, node }];
  });
}

function entryNodes(entries: readonly EntryConnection[]): readonly GraphNode[] {
  const node = ({ id, words }: { readonly id: string; readonly words: Text }): GraphNode => {
    return { id, label: words.en, words, role: 'outside', detail: '' };
  };
  return [node(BROWSERS), node(CLIENTS)].filter(({ id }) =>
    entries.some(({ by }) => (by === 'ingress' ? BROWSERS.id : CLIENTS.id) === id),
  );
}

function hostsByEntry(entries: readonly EntryConnection[]): ReadonlyMap<Manifest, readonly string[]> {
  const hosts = new Map<Manifest, Set<string>>();
  for (const { server, host } of entries) {
    const { manifest } = server.workload;
    const known = hosts.get(manifest) ?? new Set<string>();
    hosts.set(manifest, known);
    if (host !== '') known.add(host);
  }
  return new Map([...hosts].map(([manifest, known]) => [manifest, [...known].sort(compareTexts)]));
}
