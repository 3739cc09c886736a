import { Field } from '../../validation/fields/field';
import { asList, asObject } from '../../validation/manifest';
import type { JsonObject, Manifest } from '../../validation/manifest';
import type { PodSelecting } from '../../validation/pods/pod-templates';
import { requirementsOfTemplates } from '../../validation/reach/known-requirements';
import { qualifiedKind } from '../../validation/references/qualified-kind';

/** Something that selects Pods by their labels. */
export interface Selector {
  /** The object itself, or a peer in one. */
  readonly by: object;
  /** The object in which it stands. */
  readonly manifest: Manifest;
  /** A Service, a NetworkPolicy over Pods, or one that lets them in or be reached. */
  readonly role: 'Service' | 'NetworkPolicy' | 'peer';
}

/** A peer that a NetworkPolicy names, with the direction in which it may pass. */
export interface PolicyRule {
  readonly direction: 'Ingress' | 'Egress';
  readonly ports: readonly JsonObject[];
  /** @default everybody */
  readonly peers: readonly JsonObject[];
}

/** Returns a whole object as a selector. */
export function selectorBy(manifest: Manifest, role: Selector['role']): Selector {
  return { by: manifest, manifest, role };
}

/** Returns what a NetworkPolicy selects Pods by: those that it is over, and its peers in its own namespace. */
export function policySelectors(manifest: Manifest, namespace: string): readonly PodSelecting<Selector>[] {
  if (qualifiedKind(manifest) !== 'NetworkPolicy.networking.k8s.io') return [];
  const peers = policyRules(manifest).flatMap(({ peers }) => peers.filter(isInOwnNamespace));
  return [
    {
      namespace,
      selector: requirementsOfTemplates(Field.of(manifest).at('spec.podSelector')),
      item: selectorBy(manifest, 'NetworkPolicy'),
    },
    ...peers.map((by) => ({
      namespace,
      selector: requirementsOfTemplates(new Field('podSelector', by['podSelector'])),
      item: { by, manifest, role: 'peer' as const },
    })),
  ];
}

/** Returns the rules of a NetworkPolicy in both directions. */
export function policyRules({ json }: Manifest): readonly PolicyRule[] {
  const spec = asObject(json['spec']);
  return [
    ...asList(spec['ingress']).map((rule) => ruleOf('Ingress', asObject(rule), 'from')),
    ...asList(spec['egress']).map((rule) => ruleOf('Egress', asObject(rule), 'to')),
  ];
}

/** Tells whether a peer is some Pods in the policy's own namespace. */
export function isInOwnNamespace({ podSelector, namespaceSelector, ipBlock }: JsonObject): boolean {
  return isGiven(podSelector) && !isGiven(namespaceSelector) && !isGiven(ipBlock);
}

/** Returns the labels of namespaces that the peers of a NetworkPolicy ask for. */
export function namespaceLabelsAskedBy(manifest: Manifest): readonly string[] {
  if (qualifiedKind(manifest) !== 'NetworkPolicy.networking.k8s.io') return [];
  return policyRules(manifest)
    .flatMap(({ peers }) => peers)
    .flatMap(({ namespaceSelector }) => {
      const { matchLabels, matchExpressions } = asObject(namespaceSelector);
      const keys = asList(matchExpressions).map((item) => asObject(item)['key']);
      return [...Object.keys(asObject(matchLabels)), ...keys.filter((key) => typeof key === 'string')];
    });
}

function ruleOf(direction: PolicyRule['direction'], rule: JsonObject, peers: string): PolicyRule {
  return {
    direction,
    ports: asList(rule['ports']).map(asObject),
    // Not through `asObject` for what is one: a peer is known by its identity.
    peers: asList(rule[peers]).map(asObject),
  };
}

function isGiven(value: JsonObject[string]): boolean {
  return value !== undefined && value !== null;
}
