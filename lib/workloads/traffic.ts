import type { NetworkPolicySpec } from '../../imports/k8s';
import type { ContainerCloud } from '../platform/container-cloud';
import { policyPort, rangePeers, type Port, type Reach } from '../platform/endpoint';
import type { Labels } from '../platform/labels';

const DNS_PORTS: readonly Port[] = [
  { number: 53, protocol: 'UDP' },
  // Answers that do not fit a UDP packet.
  { number: 53, protocol: 'TCP' },
];

/**
 * What may come to the Pods of a workload and what may leave them: DNS, what connections open, and nothing else.
 *
 * Written as a NetworkPolicy of its own. The `connections` of cdk8s-plus select Pods by labels that are hashes of
 * construct paths, which nobody can read and which change when a construct moves.
 */
export class Traffic {
  private readonly incoming: Reach[] = [];
  private readonly outgoing: Reach[];

  /**
   * @param selector labels of the Pods that it is about
   * @param cloud says where DNS is answered
   */
  constructor(
    private readonly selector: Labels,
    { nodeLocalDnsAddress }: ContainerCloud,
  ) {
    const clusterDns = {
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' } },
      podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
    };
    const nodeDns = nodeLocalDnsAddress === undefined ? [] : rangePeers([oneAddress(nodeLocalDnsAddress)]);
    this.outgoing = [{ peers: [clusterDns, ...nodeDns], ports: DNS_PORTS }];
  }

  /** Lets callers in. */
  admit(reach: Reach): void {
    addReach(this.incoming, reach);
  }

  /** Lets calls out. */
  allow(reach: Reach): void {
    addReach(this.outgoing, reach);
  }

  /** Returns the policy in the form of the API. A direction without a rule is closed. */
  toSpec(): NetworkPolicySpec {
    return {
      podSelector: { matchLabels: this.selector },
      policyTypes: ['Ingress', 'Egress'],
      ingress: this.incoming.map(({ peers, ports }) => ({ from: [...peers], ports: ports.map(policyPort) })),
      egress: this.outgoing.map(({ peers, ports }) => ({ to: [...peers], ports: ports.map(policyPort) })),
    };
  }
}

function oneAddress(address: string): string {
  return `${address}/${address.includes(':') ? 128 : 32}`;
}

/** Adds to a list of rules, joining callers of the same ports into one rule, and saying nothing twice. */
function addReach(rules: Reach[], { peers, ports }: Reach): void {
  const index = rules.findIndex((rule) => sameJson(rule.ports, ports));
  const known = rules[index];
  if (known === undefined) {
    rules.push({ peers, ports });
    return;
  }
  const news = peers.filter((peer) => !known.peers.some((other) => sameJson(other, peer)));
  rules[index] = { peers: [...known.peers, ...news], ports };
}

function sameJson(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
