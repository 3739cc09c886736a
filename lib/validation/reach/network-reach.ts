import { Field } from '../fields/field';
import { requirementsAbout } from './known-requirements';
import { meetsRequirements } from './label-selector';
import { asText } from '../manifest';
import type { JsonObject } from '../manifest';
import type { NamespaceLabels } from '../references/namespace-labels';
import type { NetworkPeers, NetworkPolicy } from './network-policies';
import { mayHoldPods } from './pod-networks';
import type { PodTemplate } from '../pods/pod-templates';

/** A port of a Pod, as policies see it: after a Service has translated its own. */
export interface PodPort {
  readonly number: number;
  readonly protocol: string;
  /** Its names, for policies that name a port. @default not known: any may be one of them */
  readonly names?: readonly string[];
}

/**
 * The Pods that serve DNS in usual clusters, by what is known of them.
 *
 * @see https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/
 * @see https://docs.openshift.com/container-platform/4.14/networking/dns-operator.html
 */
const DNS_SERVERS = [
  { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' }, port: 53 },
  { namespace: 'kube-system', labels: { 'k8s-app': 'node-local-dns' }, port: 53 },
  { namespace: 'openshift-dns', labels: {}, port: 5353 },
];

/**
 * Tells whether policies, of which one is enough, may allow a connection with Pods on the other side.
 *
 * Where the set does not tell (labels of a namespace, addresses of Pods), it may.
 */
export function allowsPods(
  policies: readonly NetworkPolicy[],
  other: PodTemplate,
  port: PodPort,
  namespaces: NamespaceLabels,
): boolean {
  return allows(policies, port, ({ own, elsewhere, ipBlocks }, policyNamespace) => {
    if (policyNamespace === other.namespace && own.hasMatching(other.labels)) return true;
    if (ipBlocks.some(mayHoldPods)) return true;
    return elsewhere.some(
      ({ namespaces: selector, pods }) =>
        meetsRequirements(pods, other.labels) && namespaces.mayBeSelected(other.namespace, selector),
    );
  });
}

/** Tells whether policies, of which one is enough, may let questions to the cluster's DNS out by a protocol. */
export function allowsDns(
  policies: readonly NetworkPolicy[],
  protocol: 'UDP' | 'TCP',
  namespaces: NamespaceLabels,
): boolean {
  return DNS_SERVERS.some(({ namespace, labels, port }) => {
    const known = new Field('labels', labels);
    return allows(policies, { number: port, protocol }, ({ own, elsewhere, ipBlocks }, policyNamespace) => {
      // A cache on each VM has an address of its own, and so may the server that a Pod is told to ask.
      if (ipBlocks.length > 0) return true;
      if (policyNamespace === namespace && own.hasMatching(known)) return true;
      return elsewhere.some(({ namespaces: selector, pods }) => {
        const asked = requirementsAbout(pods, (key) => Object.hasOwn(labels, key));
        return meetsRequirements(asked, known) && namespaces.mayBeSelected(namespace, selector);
      });
    });
  });
}

function allows(
  policies: readonly NetworkPolicy[],
  port: PodPort,
  allowsPeer: (peers: NetworkPeers, policyNamespace: string) => boolean,
): boolean {
  return policies.some(({ rules, namespace }) =>
    rules.some(
      ({ ports, peers }) =>
        (ports === undefined || ports.some((written) => coversPort(written, port))) &&
        (peers === undefined || allowsPeer(peers, namespace)),
    ),
  );
}

/** Tells whether a port of a NetworkPolicy, as it is written, means a port of a Pod. */
export function coversPort(
  { port, endPort, protocol }: JsonObject,
  { number, protocol: wanted, names }: PodPort,
): boolean {
  if ((asText(protocol) || 'TCP') !== wanted) return false;
  if (typeof port === 'string') return names === undefined || names.includes(port);
  if (typeof port !== 'number') return true;
  return typeof endPort === 'number' ? port <= number && number <= endPort : port === number;
}
