import { quoted } from '../fields/expectations';
import { tryHeldKeys } from '../references/held-keys';
import type { Manifest } from '../manifest';
import { listed, namedObjects } from '../references/named-objects';
import type { NamedObjects } from '../references/named-objects';
import { namespaceOf } from '../references/namespaces';
import { podReferences } from '../references/pod-references';
import type { PodReference } from '../references/pod-references';
import { workloadsAmong } from '../pods/pods';
import type { WorkloadManifest } from '../pods/pods';
import type { Problem, Rule, RuleEnvironment } from '../rule';
import { claimTemplateNames, StatefulClaims } from '../references/stateful-claims';

/** What is often made outside the set, so that nothing can be said where it is not known what is. */
const MADE_OUTSIDE: ReadonlySet<string> = new Set(['Secret', 'ServiceAccount']);

/**
 * A Pod waits, without a time limit, for a ConfigMap, Secret, claim or key that it cannot do without; without its
 * ServiceAccount it is not even created.
 *
 * @see kubernetes/kubernetes v1.27 pkg/kubelet/kubelet_pods.go, pkg/volume/configmap and secret,
 * pkg/scheduler/framework/plugins/volumebinding, plugin/pkg/admission/serviceaccount
 */
export const referencesResolve: Rule = {
  id: 'references-resolve',
  class: 'parked',
  severity: 'error',
  summary: 'Every ConfigMap, Secret, claim, ServiceAccount and key that a Pod cannot start without exists.',
  remedy: 'Correct the name, add the object to the set, or declare it in the environment as made outside.',
  check: (manifests, environment) => {
    const workloads = workloadsAmong(manifests);
    const lookup = {
      objects: namedObjects(manifests, environment),
      claims: new StatefulClaims(workloads, environment),
      environment,
    };
    return workloads.flatMap((workload) => {
      const replaced = new Set(claimTemplateNames(workload));
      return podReferences(workload).flatMap((reference) => {
        const { optional, volume } = reference;
        if (optional || (volume !== undefined && replaced.has(volume))) return [];
        return problemsOf(workload, reference, lookup);
      });
    });
  },
};

interface Lookup {
  readonly objects: NamedObjects;
  readonly claims: StatefulClaims;
  readonly environment: RuleEnvironment;
}

function problemsOf({ manifest }: WorkloadManifest, reference: PodReference, lookup: Lookup): readonly Problem[] {
  const { kind, name, field } = reference;
  const { objects, claims, environment } = lookup;
  const namespace = namespaceOf(manifest, environment);

  const inside = objects.tryFind(kind, namespace, name);
  if (inside !== undefined) {
    if (reference.keys === undefined) return [];
    return keyProblems(manifest, reference, tryHeldKeys(inside)?.[roleOf(reference)]);
  }
  if (kind === 'PersistentVolumeClaim' && claims.make(namespace, name)) return [];

  const outside = objects.tryFindOutside(kind, namespace, name);
  if (outside !== undefined) {
    return keyProblems(manifest, reference, outside.keys === undefined ? undefined : new Set(outside.keys));
  }
  if (MADE_OUTSIDE.has(kind) && !objects.knowsOutside(namespace)) return [];

  const message = `names the ${kind} ${quoted(name)}, which is ${objects.absence(namespace)}`;
  const others = objects.tryListNames(kind, namespace);
  return [{ manifest, field, message, ...(others === undefined ? {} : { detail: `there are: ${others}` }) }];
}

function keyProblems(
  manifest: Manifest,
  { kind, name, keys = [] }: PodReference,
  held: ReadonlySet<string> | undefined,
): readonly Problem[] {
  if (held === undefined) return [];
  const remedy = `Correct the key, or add it to the ${kind} ${name}.`;
  return keys
    .filter(({ key }) => !held.has(key))
    .map(({ key, field }) => {
      const has = held.size === 0 ? 'has none' : `has ${listed([...held])}`;
      return { manifest, field, message: `names the key ${quoted(key)} of ${kind} ${name}, which ${has}`, remedy };
    });
}

function roleOf({ through }: PodReference): 'environment' | 'volume' {
  return through === 'environment' ? 'environment' : 'volume';
}
