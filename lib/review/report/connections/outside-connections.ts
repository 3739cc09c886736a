import { addToList } from '../../../validation/add-to-list';
import { asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import { isIpAddress, tryIpBlock, isInBlock } from '../../../validation/reach/ip-block';
import { coversPort } from '../../../validation/reach/network-reach';
import { namesMachines } from './named-blocks';
import type { OutsideCall } from './outside-calls';
import type { OutsideRef, OutsideSystems } from './outside-systems';
import type { NetworkView } from './network-view';
import type { PolicyBlocks } from './policy-peers';

/** A workload and a system outside that it talks to, or that comes to it. */
export interface OutsideConnection {
  readonly template: PodTemplate;
  readonly system: OutsideRef;
  readonly direction: 'Ingress' | 'Egress';
  /** As `9092/TCP`. @default every port is open, or it is not known which is meant */
  readonly port?: string;
}

/**
 * Returns the systems outside that a workload talks to: the blocks of addresses that its NetworkPolicies name, known
 * by the hosts that it is given for their ports, and the hosts that nothing forbids.
 */
export function outsideConnections(
  template: PodTemplate,
  calls: readonly OutsideCall[],
  blocks: readonly PolicyBlocks[],
  systems: OutsideSystems,
  view: NetworkView,
): readonly OutsideConnection[] {
  const named = blocks.filter(({ cidrs }) => cidrs.every(namesMachines));
  const egress = named.filter(({ direction }) => direction === 'Egress');
  const isConfined = view.policies.over(template, 'Egress').length > 0;
  const free: OutsideCall[] = [];
  const found = new Map<PolicyBlocks, OutsideCall[]>();
  for (const call of calls) {
    const fitting = call.isService ? [] : egress.filter((block) => mayMean(block, call));
    const [only] = fitting;
    // Which of several blocks has the host, nothing tells; each of them is drawn by itself.
    if (only !== undefined && fitting.length === 1) addToList(found, only, call);
    else if (fitting.length === 0 && (!isConfined || isAllowedAnywhere(template, call, view))) free.push(call);
  }
  return [
    ...named.flatMap((block) => blockConnections(template, block, found.get(block) ?? [], systems)),
    ...freeConnections(template, free, systems),
  ];
}

function blockConnections(
  template: PodTemplate,
  { cidrs, ports, direction }: PolicyBlocks,
  calls: readonly OutsideCall[],
  systems: OutsideSystems,
): readonly OutsideConnection[] {
  const system = systems.add({ hosts: [], cidrs });
  // What is told of the same block is told of the same system.
  for (const { host, variable } of calls) {
    systems.add({ hosts: [host], cidrs, ...(variable === undefined ? {} : { variable }) });
  }
  const written = ports.map((port) => portText(port, template)).filter((port) => port !== '');
  return written.length === 0
    ? [{ template, system, direction }]
    : written.map((port) => ({ template, system, direction, port }));
}

/** Puts hosts of one variable, or of one domain below that of the company, into one system. */
function freeConnections(
  template: PodTemplate,
  calls: readonly OutsideCall[],
  systems: OutsideSystems,
): readonly OutsideConnection[] {
  const groups = new Map<string, OutsideCall[]>();
  for (const call of calls) {
    const [, ...domain] = call.host.split('.');
    const own = domain.length > 2 && !isIpAddress(call.host) ? domain.join('.') : call.host;
    const key = call.variable === undefined ? `domain ${own}` : `variable ${call.variable}`;
    addToList(groups, key, call);
  }
  return [...groups.values()].flatMap((group) => {
    const hosts = group.map(({ host }) => host);
    const [variable] = group.flatMap((call) => call.variable ?? []);
    const system = systems.add({ hosts, cidrs: [], ...(variable === undefined ? {} : { variable }) });
    return group.map(({ port }): OutsideConnection => ({
      template,
      system,
      direction: 'Egress',
      ...(port === undefined ? {} : { port: `${port}/TCP` }),
    }));
  });
}

function mayMean({ cidrs, ports }: PolicyBlocks, { host, port }: OutsideCall): boolean {
  const fitsPort =
    port === undefined || ports.length === 0 || ports.some((one) => coversPort(one, { number: port, protocol: 'TCP' }));
  if (!fitsPort || !isIpAddress(host)) return fitsPort;
  const address = tryIpBlock(`${host}/${host.includes(':') ? 128 : 32}`);
  return cidrs.flatMap((cidr) => tryIpBlock(cidr) ?? []).some((block) => address && isInBlock(address, block));
}

/** Tells whether the policies let a call out that no named block is about: to everybody, or to a large network. */
function isAllowedAnywhere(template: PodTemplate, { port }: OutsideCall, { policies }: NetworkView): boolean {
  return policies
    .over(template, 'Egress')
    .some(({ rules }) =>
      rules.some(
        ({ ports, peers }) =>
          (ports === undefined ||
            port === undefined ||
            ports.some((one) => coversPort(one, { number: port, protocol: 'TCP' }))) &&
          (peers === undefined || peers.ipBlocks.some(({ cidr }) => !namesMachines(asText(cidr)))),
      ),
    );
}

function portText(port: JsonObject, template: PodTemplate): string {
  const { port: from, endPort } = port;
  const protocol = asText(port['protocol']) || 'TCP';
  if (typeof from === 'string') {
    const declared = template.ports.find(({ name, protocol: own }) => name === from && own === protocol);
    return `${declared?.number ?? from}/${protocol}`;
  }
  if (typeof from !== 'number') return '';
  return typeof endPort === 'number' && endPort > from ? `${from}-${endPort}/${protocol}` : `${from}/${protocol}`;
}

/** Returns what the policies of each workload say about machines outside. */
export function blocksByTemplate(
  blocks: readonly PolicyBlocks[],
  subjects: ReadonlyMap<Manifest, readonly PodTemplate[]>,
): ReadonlyMap<PodTemplate, readonly PolicyBlocks[]> {
  const byTemplate = new Map<PodTemplate, PolicyBlocks[]>();
  for (const block of blocks) {
    for (const template of subjects.get(block.policy) ?? []) {
      addToList(byTemplate, template, block);
    }
  }
  return byTemplate;
}
