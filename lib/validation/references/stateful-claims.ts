import { asList, asObject, asText } from '../manifest';
import type { Manifest } from '../manifest';
import { nameOf } from './named-objects';
import { namespaceOf } from './namespaces';
import type { WorkloadManifest } from '../pods/pods';
import type { RuleEnvironment } from '../rule';

/** The claims that StatefulSets make of their templates, named `<template>-<set>-<ordinal>`. */
export class StatefulClaims {
  private readonly prefixes = new Set<string>();

  constructor(workloads: readonly WorkloadManifest[], environment: RuleEnvironment) {
    for (const workload of workloads) {
      const { manifest } = workload;
      for (const template of claimTemplateNames(workload)) {
        this.prefixes.add(claimPrefix(namespaceOf(manifest, environment), template, manifest));
      }
    }
  }

  /** Tells whether some StatefulSet makes a claim of this name, however many replicas it has: it may be scaled. */
  make(namespace: string, claim: string): boolean {
    const [, prefix] = /^(.+)-(?:0|[1-9]\d*)$/.exec(claim) ?? [];
    return prefix !== undefined && this.prefixes.has(`${namespace}/${prefix}`);
  }
}

/** Returns the names of the claim templates of a workload, none if it is no StatefulSet: each replaces a volume. */
export function claimTemplateNames({ kind, spec }: WorkloadManifest): readonly string[] {
  if (kind !== 'StatefulSet') return [];
  return asList(spec['volumeClaimTemplates']).flatMap((template) => {
    const name = asText(asObject(asObject(template)['metadata'])['name']);
    return name === '' ? [] : [name];
  });
}

function claimPrefix(namespace: string, template: string, manifest: Manifest): string {
  return `${namespace}/${template}-${nameOf(manifest)}`;
}
