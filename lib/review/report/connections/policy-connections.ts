import { Field } from '../../../validation/fields/field';
import { asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { selectedPods } from '../../../validation/pods/pod-templates';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import { requirementsOfTemplates } from '../../../validation/reach/known-requirements';
import { isEmptySelector } from '../../../validation/reach/label-selector';
import { namespaceOf } from '../../../validation/references/namespaces';
import type { PodConnection } from './address-connections';
import { isLetThrough } from './network-view';
import type { ConnectionPort, NetworkView } from './network-view';
import type { PolicyPeer, PolicyWords } from './policy-peers';

/** A selector that fits more workloads than this allows a class of them, and names none. */
const MOST_NAMED = 12;

/** Who the Pods of a NetworkPolicy and those of its other side are. */
export interface PolicySides {
  /** The workloads that each policy is about. */
  readonly subjects: ReadonlyMap<Manifest, readonly PodTemplate[]>;
  /** The workloads of the set that each other side means. */
  readonly others: ReadonlyMap<PolicyPeer, readonly PodTemplate[]>;
}

/** Finds the workloads that policies are about, and those that they let in or out. */
export function policySides(
  { peers, blocks }: PolicyWords,
  { templates, namespaces, environment }: NetworkView,
): PolicySides {
  const policies = new Map([...peers, ...blocks].map(({ policy }) => [policy, namespaceOf(policy, environment)]));
  const subjects = [...policies].map(([policy, namespace]) => ({
    namespace,
    selector: requirementsOfTemplates(Field.of(policy).at('spec.podSelector')),
    item: policy,
  }));
  const known = [...new Set(templates.map(({ namespace }) => namespace))];
  const chosen = new Map<string, readonly string[]>();
  const chosenBy = (selector: Field) => {
    const key = JSON.stringify(selector.value);
    const found = chosen.get(key) ?? known.filter((namespace) => namespaces.mayBeSelected(namespace, selector));
    chosen.set(key, found);
    return found;
  };
  const others = peers.flatMap((peer) =>
    (peer.namespaces === undefined ? [peer.namespace] : chosenBy(peer.namespaces)).map((namespace) => ({
      namespace,
      selector: peer.pods,
      item: peer,
    })),
  );
  return { subjects: selectedPods(templates, subjects), others: selectedPods(templates, others) };
}

/**
 * Returns the connections that NetworkPolicies name: by labels that only a few workloads have, on the one side and on
 * the other, and let through by the policies of both.
 */
export function policyConnections(
  peers: readonly PolicyPeer[],
  sides: PolicySides,
  view: NetworkView,
): readonly PodConnection[] {
  const inNamespace = new Map<string, number>();
  for (const { namespace } of view.templates) inNamespace.set(namespace, (inNamespace.get(namespace) ?? 0) + 1);
  const areNamed = (pods: readonly PodTemplate[]) =>
    pods.length <= MOST_NAMED && (pods.length === 1 || pods.length < (inNamespace.get(pods[0]?.namespace ?? '') ?? 0));

  return peers.flatMap((peer) => {
    const [own, others] = [sides.subjects.get(peer.policy) ?? [], sides.others.get(peer) ?? []];
    const namesOwn = !isEmptySelector(Field.of(peer.policy).at('spec.podSelector'));
    if (!namesOwn || isEmptySelector(peer.pods) || !areNamed(own) || !areNamed(others)) return [];
    return own.flatMap((subject) =>
      others.flatMap((other) => {
        const [client, server] = peer.direction === 'Egress' ? [subject, other] : [other, subject];
        return connectionsBetween(client, server, peer, view);
      }),
    );
  });
}

function connectionsBetween(
  client: PodTemplate,
  server: PodTemplate,
  { ports }: PolicyPeer,
  view: NetworkView,
): readonly PodConnection[] {
  const written = ports.length === 0 ? server.ports : ports.flatMap((port) => portsWritten(port, server));
  // Without a port on either side nothing can be asked of the other policies; what they name, they say themselves.
  if (written.length === 0 && ports.length === 0) {
    const isFree = view.policies.over(client, 'Egress').length * view.policies.over(server, 'Ingress').length === 0;
    return isFree ? [{ client, server }] : [];
  }
  return written
    .filter((port) => isLetThrough(client, server, port, view))
    .map(({ number, protocol }) => ({ client, server, port: { number, protocol } }));
}

/** Returns the ports of Pods that a port of a policy means: of a range those that they declare, else its ends. */
function portsWritten(port: JsonObject, server: PodTemplate): readonly ConnectionPort[] {
  const { port: from, endPort } = port;
  const protocol = asText(port['protocol']) || 'TCP';
  const declared = server.ports.filter((one) => one.protocol === protocol);
  if (typeof from === 'string') return declared.filter(({ name }) => name === from);
  if (typeof from !== 'number') return declared;
  if (typeof endPort !== 'number') return [{ number: from, protocol }];
  const within = declared.filter(({ number }) => from <= number && number <= endPort);
  return within.length > 0 ? within : [{ number: from, protocol }];
}
