import type { Field } from '../../../validation/fields/field';
import { asText } from '../../../validation/manifest';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import { isEmptySelector } from '../../../validation/reach/label-selector';
import type { GraphNode } from '../report-model';
import type { PolicySides } from './policy-connections';
import type { PolicyPeer } from './policy-peers';

/** A workload and Pods of another namespace that the set does not have. */
export interface StrangerConnection {
  readonly template: PodTemplate;
  readonly stranger: GraphNode;
  readonly direction: 'Ingress' | 'Egress';
  /** As `9090/TCP`. @default every port is open */
  readonly port?: string;
}

/** The labels by which Pods are usually named, the best one first. */
const NAME_LABELS = ['app.kubernetes.io/name', 'app', 'k8s-app', 'app.kubernetes.io/component'];
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** The ports of DNS, which everybody asks: to draw that would tell nothing. */
const DNS_PORTS: ReadonlySet<unknown> = new Set([53, 5353, 'dns', 'dns-tcp']);

/**
 * Returns the connections with Pods of namespaces outside the set that NetworkPolicies name, such as those of a
 * monitoring system. The DNS of the cluster is left out.
 */
export function strangerConnections(
  peers: readonly PolicyPeer[],
  { subjects, others }: PolicySides,
): readonly StrangerConnection[] {
  return peers.flatMap((peer) => {
    const { policy, namespaces, direction } = peer;
    if (namespaces === undefined || isEmptySelector(namespaces) || others.has(peer)) return [];
    const ports = peer.ports.filter(({ port }) => !DNS_PORTS.has(port));
    if (ports.length === 0 && peer.ports.length > 0) return [];
    const stranger = strangerNode(peer, namespaces);
    return (subjects.get(policy) ?? []).flatMap((template): readonly StrangerConnection[] => {
      const base = { template, stranger, direction };
      if (ports.length === 0) return [base];
      return ports.map(({ port, protocol }) => {
        const own = direction === 'Ingress' ? template.ports.find(({ name }) => name === port)?.number : undefined;
        const number = own ?? (typeof port === 'number' || typeof port === 'string' ? port : undefined);
        return number === undefined ? base : { ...base, port: `${number}/${asText(protocol) || 'TCP'}` };
      });
    });
  });
}

function strangerNode({ pods }: PolicyPeer, namespaces: Field): GraphNode {
  const namespace = labelOf(namespaces, [NAMESPACE_NAME, 'name']);
  const name = labelOf(pods, NAME_LABELS);
  const place = JSON.stringify([namespaces.value ?? null, pods.value ?? null]);
  const label = name || namespace || 'Pods';
  return {
    id: `outside:pods ${place}`,
    label,
    role: 'outside',
    detail: label === namespace || namespace === '' ? 'namespace' : `namespace ${namespace}`,
  };
}

/** Returns the value of the first of these labels that a selector asks for, else that of any, else nothing. */
function labelOf(selector: Field, keys: readonly string[]): string {
  const labels = selector.at('matchLabels').entries;
  const wanted = keys.flatMap((key) => labels.find(([label]) => label === key)?.[1].text ?? []);
  return [...wanted, ...labels.flatMap(([, { text }]) => text ?? [])][0] ?? '';
}
