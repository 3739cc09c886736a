import { Field } from '../../../validation/fields/field';
import { asList, asObject } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { requirementsOfTemplates } from '../../../validation/reach/known-requirements';
import { isEmptySelector } from '../../../validation/reach/label-selector';
import { appliesTo } from '../../../validation/reach/network-policies';
import type { Direction } from '../../../validation/reach/network-policies';
import { namespaceOf } from '../../../validation/references/namespaces';
import { qualifiedKind } from '../../../validation/references/qualified-kind';
import type { RuleEnvironment } from '../../../validation/rule';

/** A NetworkPolicy's word about one other side. */
export interface PolicyPeer {
  readonly policy: Manifest;
  readonly namespace: string;
  readonly direction: Direction;
  /** The ports as they are written. Empty for all. */
  readonly ports: readonly JsonObject[];
  /** The Pods of the other side. */
  readonly pods: Field;
  /** Which namespaces they are in. @default that of the policy */
  readonly namespaces?: Field;
}

/** A NetworkPolicy's word about machines outside, all those of one rule together. */
export interface PolicyBlocks {
  readonly policy: Manifest;
  readonly direction: Direction;
  readonly ports: readonly JsonObject[];
  /** The `cidr` of each, as written; sorted. */
  readonly cidrs: readonly string[];
}

/** What NetworkPolicies say about others. */
export interface PolicyWords {
  readonly peers: readonly PolicyPeer[];
  readonly blocks: readonly PolicyBlocks[];
}

const DIRECTIONS = [
  { direction: 'Ingress', rules: 'ingress', others: 'from' },
  { direction: 'Egress', rules: 'egress', others: 'to' },
] as const;

/** Returns what the NetworkPolicies of a set say about others, one by one; a rule for everybody is about nobody. */
export function policyWords(manifests: readonly Manifest[], environment: RuleEnvironment): PolicyWords {
  const peers: PolicyPeer[] = [];
  const blocks: PolicyBlocks[] = [];
  for (const policy of manifests) {
    if (qualifiedKind(policy) !== 'NetworkPolicy.networking.k8s.io') continue;
    const namespace = namespaceOf(policy, environment);
    for (const { direction, rules, others } of DIRECTIONS) {
      if (!appliesTo(policy, direction)) continue;
      for (const rule of Field.of(policy).all(`spec.${rules}[]`)) {
        const ports = asList(rule.at('ports').value).map(asObject);
        const sides = rule.at(others).items;
        for (const side of sides) {
          const peer = tryPeer(side);
          if (peer !== undefined) peers.push({ policy, namespace, direction, ports, ...peer });
        }
        const cidrs = sides.flatMap((side) => side.at('ipBlock.cidr').text ?? []).sort();
        if (cidrs.length > 0) blocks.push({ policy, direction, ports, cidrs: [...new Set(cidrs)] });
      }
    }
  }
  return { peers, blocks };
}

/** Returns the Pods that a side means, or undefined where it means machines, or everybody. */
function tryPeer(side: Field): Pick<PolicyPeer, 'pods' | 'namespaces'> | undefined {
  const [pods, namespaces] = [requirementsOfTemplates(side.at('podSelector')), side.at('namespaceSelector')];
  if (side.at('ipBlock').exists) return undefined;
  if (!namespaces.exists) return isEmptySelector(pods) ? undefined : { pods };
  return isEmptySelector(namespaces) && isEmptySelector(pods) ? undefined : { pods, namespaces };
}
