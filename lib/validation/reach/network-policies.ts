import { Field } from '../fields/field';
import { requirementsOfTemplates } from './known-requirements';
import { asList, asObject } from '../manifest';
import type { Json, JsonObject, Manifest } from '../manifest';
import { nameOf } from '../references/named-objects';
import { namespaceOf } from '../references/namespaces';
import { selectorIndexes } from '../pods/pod-templates';
import type { PodTemplate } from '../pods/pod-templates';
import { qualifiedKind } from '../references/qualified-kind';
import type { RuleEnvironment } from '../rule';
import { SelectorIndex } from './selector-index';
import type { Selecting } from './selector-index';

/** Whether a policy is about what comes to Pods or about what leaves them. */
export type Direction = 'Ingress' | 'Egress';

/** A NetworkPolicy in one direction. */
export interface NetworkPolicy {
  readonly name: string;
  readonly namespace: string;
  /** What it allows; nothing at all where there is none. */
  readonly rules: readonly NetworkRule[];
}

/** One thing that a NetworkPolicy allows. */
export interface NetworkRule {
  /** Its ports as they are written; undefined for all. */
  readonly ports: readonly JsonObject[] | undefined;
  /** The other side; undefined for everybody. */
  readonly peers: NetworkPeers | undefined;
}

/** The other side that a rule allows. */
export interface NetworkPeers {
  /** Those in the policy's own namespace. */
  readonly own: SelectorIndex<true>;
  /** Those in namespaces that a selector says. */
  readonly elsewhere: readonly { readonly namespaces: Field; readonly pods: Field }[];
  readonly ipBlocks: readonly JsonObject[];
}

/** The NetworkPolicies of a set, found by the Pods that they select. */
export class NetworkPolicies {
  private readonly indexes: Readonly<Record<Direction, ReadonlyMap<string, SelectorIndex<NetworkPolicy>>>>;
  /** The Pods of a set are asked about with each address that they are given. */
  private readonly known = {
    Ingress: new Map<PodTemplate, readonly NetworkPolicy[]>(),
    Egress: new Map<PodTemplate, readonly NetworkPolicy[]>(),
  };

  constructor(manifests: readonly Manifest[], environment: RuleEnvironment) {
    const policies = manifests.filter((manifest) => qualifiedKind(manifest) === 'NetworkPolicy.networking.k8s.io');
    const indexOf = (direction: Direction) =>
      selectorIndexes(
        policies
          .filter((policy) => appliesTo(policy, direction))
          .map((policy) => {
            const namespace = namespaceOf(policy, environment);
            const selector = requirementsOfTemplates(Field.of(policy).at('spec.podSelector'));
            return {
              namespace,
              selector,
              item: { name: nameOf(policy), namespace, rules: rulesOf(policy, direction) },
            };
          }),
      );
    this.indexes = { Ingress: indexOf('Ingress'), Egress: indexOf('Egress') };
  }

  /** Returns the policies under which Pods stand in a direction; where there is none, everything is allowed. */
  over(pods: PodTemplate, direction: Direction): readonly NetworkPolicy[] {
    let policies = this.known[direction].get(pods);
    if (policies === undefined) {
      policies = this.find(pods, direction);
      this.known[direction].set(pods, policies);
    }
    return policies;
  }

  private find({ namespace, labels, workload }: PodTemplate, direction: Direction): readonly NetworkPolicy[] {
    // Pods in the network of their VM are out of reach of the policies of most network plugins.
    if (workload.podSpec['hostNetwork'] === true) return [];
    return this.indexes[direction].get(namespace)?.matching(labels) ?? [];
  }
}

/**
 * Tells whether a policy is about a direction: what it says of another one has no effect.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/networking/v1/defaults.go, SetDefaults_NetworkPolicy
 */
export function appliesTo(policy: Manifest, direction: Direction): boolean {
  const { policyTypes, egress } = asObject(policy.json['spec']);
  const types = asList(policyTypes);
  if (types.length > 0) return types.includes(direction);
  return direction === 'Ingress' || asList(egress).length > 0;
}

function rulesOf(policy: Manifest, direction: Direction): readonly NetworkRule[] {
  const [rules, peers] = direction === 'Ingress' ? (['ingress', 'from'] as const) : (['egress', 'to'] as const);
  return asList(asObject(policy.json['spec'])[rules]).map((item) => {
    const rule = asObject(item);
    const ports = asList(rule['ports']).map(asObject);
    const others = asList(rule[peers]).map(asObject);
    return {
      ports: ports.length === 0 ? undefined : ports,
      peers: others.length === 0 ? undefined : peersOf(others),
    };
  });
}

function peersOf(peers: readonly JsonObject[]): NetworkPeers {
  const own: Selecting<true>[] = [];
  const elsewhere: { readonly namespaces: Field; readonly pods: Field }[] = [];
  const ipBlocks: JsonObject[] = [];
  for (const { ipBlock, namespaceSelector, podSelector } of peers) {
    if (isGiven(ipBlock)) ipBlocks.push(asObject(ipBlock));
    else if (!isGiven(namespaceSelector)) own.push({ selector: podsOf(podSelector), item: true });
    else {
      const namespaces = new Field('namespaceSelector', namespaceSelector);
      elsewhere.push({ namespaces, pods: podsOf(podSelector) });
    }
  }
  return { own: new SelectorIndex(own), elsewhere, ipBlocks };
}

function podsOf(selector: Json | undefined): Field {
  return requirementsOfTemplates(new Field('podSelector', selector));
}

function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}
