import type { Network } from './connection-problems';
import type { GivenAddress } from './given-addresses';
import { listed } from '../references/named-objects';
import { allowsDns } from './network-reach';
import type { PodTemplate } from '../pods/pod-templates';
import type { Problem } from '../rule';

/**
 * Returns the problems of a client that is given a name and may not ask DNS for its address.
 *
 * @param isCalled whether the name is one of the cluster, so that nobody else can tell the address
 */
export function dnsProblems(
  client: PodTemplate,
  { host, field }: GivenAddress,
  { policies, namespaces }: Network,
  isCalled: boolean,
): readonly Problem[] {
  const over = asksAnotherDns(client) ? [] : policies.over(client, 'Egress');
  if (over.length === 0) return [];
  const gate = `egress of NetworkPolicy ${listed(over.map(({ name }) => name))}`;
  return (['UDP', 'TCP'] as const)
    .filter((protocol) => !allowsDns(over, protocol, namespaces))
    .map((protocol) => ({
      manifest: client.workload.manifest,
      field,
      message: `is given the name ${host}; the ${gate} does not allow DNS, ${protocol} 53`,
      remedy: `Allow ${protocol} 53 to the DNS of the cluster in the ${gate}.`,
      // Only answers that are too long for UDP are asked for again by TCP.
      severity: isCalled && protocol === 'UDP' ? ('error' as const) : ('warning' as const),
    }));
}

function asksAnotherDns({ workload: { podSpec } }: PodTemplate): boolean {
  return podSpec['dnsPolicy'] === 'None' || podSpec['dnsPolicy'] === 'Default';
}
