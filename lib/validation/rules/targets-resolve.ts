import { Field } from '../fields/field';
import { ingressProblems } from '../references/ingress-targets';
import { requirementsOfTemplates } from '../reach/known-requirements';
import { asList, asObject, asText } from '../manifest';
import type { Manifest } from '../manifest';
import { subPathProblems } from '../references/mounted-paths';
import { namedObjects } from '../references/named-objects';
import type { NamedObjects } from '../references/named-objects';
import { namespaceOf } from '../references/namespaces';
import { targetProblems } from '../references/object-target';
import { podTemplatesAmong, selectedPods } from '../pods/pod-templates';
import type { PodSelecting } from '../pods/pod-templates';
import { apiGroupOf, tryWorkload } from '../pods/pods';
import type { WorkloadManifest } from '../pods/pods';
import { qualifiedKind } from '../references/qualified-kind';
import type { Problem, Rule, RuleEnvironment } from '../rule';

/** What a HorizontalPodAutoscaler may scale of the kinds that Kubernetes has; of others nothing is known. */
const SCALED_KINDS: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController']);

/** What an object points at without waiting for it: it is accepted, and does nothing of what it is for. */
export const targetsResolve: Rule = {
  id: 'targets-resolve',
  class: 'policy',
  severity: 'error',
  summary: 'What an Ingress, autoscaler, disruption budget, StatefulSet, mount or pull points at exists.',
  remedy: 'Correct the name, add what it points at to the set, or declare it in the environment as made outside.',
  check: (manifests, environment) => {
    const objects = namedObjects(manifests, environment);
    return [
      ...manifests.flatMap((manifest) => problemsIn(manifest, namespaceOf(manifest, environment), objects)),
      ...budgetProblems(manifests, environment),
    ];
  },
};

function problemsIn(manifest: Manifest, namespace: string, objects: NamedObjects): readonly Problem[] {
  switch (qualifiedKind(manifest)) {
    case 'Ingress.networking.k8s.io':
      return ingressProblems(manifest, namespace, objects);
    case 'HorizontalPodAutoscaler.autoscaling':
      return autoscalerProblems(manifest, namespace, objects);
    default: {
      const workload = tryWorkload(manifest);
      if (workload === undefined) return [];
      return [
        ...subPathProblems(workload, namespace, objects),
        ...pullSecretProblems(workload, namespace, objects),
        ...governingServiceProblems(workload, namespace, objects),
      ];
    }
  }
}

function autoscalerProblems(manifest: Manifest, namespace: string, objects: NamedObjects): readonly Problem[] {
  const { apiVersion, kind, name } = asObject(asObject(manifest.json['spec'])['scaleTargetRef']);
  if (!SCALED_KINDS.has(asText(kind))) return [];
  // Without its group a kind is not found by the autoscaler either.
  const group = apiGroupOf(asText(apiVersion)) ?? '';
  const qualified = group === '' ? asText(kind) : `${asText(kind)}.${group}`;
  const target = { manifest, field: 'spec.scaleTargetRef', kind: qualified, namespace, name: asText(name) };
  return targetProblems(target, objects);
}

/** A missing pull Secret is only an event: the pull goes on without it. */
function pullSecretProblems(workload: WorkloadManifest, namespace: string, objects: NamedObjects): readonly Problem[] {
  const { manifest, podSpec, podPath } = workload;
  if (!objects.knowsOutside(namespace)) return [];
  return asList(podSpec['imagePullSecrets']).flatMap((item) => {
    const name = asText(asObject(item)['name']);
    const field = `${podPath}.imagePullSecrets[${name}]`;
    return targetProblems({ manifest, field, kind: 'Secret', namespace, name }, objects);
  });
}

/** Without its Service a StatefulSet runs, and no Pod of it has a name in DNS. */
function governingServiceProblems(
  { manifest, kind, spec }: WorkloadManifest,
  namespace: string,
  objects: NamedObjects,
): readonly Problem[] {
  if (kind !== 'StatefulSet') return [];
  const target = { manifest, field: 'spec.serviceName', kind: 'Service', namespace, name: asText(spec['serviceName']) };
  return targetProblems(target, objects).map((problem) => ({ ...problem, severity: 'warning' }));
}

function budgetProblems(manifests: readonly Manifest[], environment: RuleEnvironment): readonly Problem[] {
  const budgets = manifests.flatMap((manifest): PodSelecting<Manifest>[] => {
    const selector = asObject(manifest.json['spec'])['selector'];
    if (qualifiedKind(manifest) !== 'PodDisruptionBudget.policy' || selector === undefined) return [];
    const wanted = requirementsOfTemplates(new Field('spec.selector', selector));
    return [{ namespace: namespaceOf(manifest, environment), selector: wanted, item: manifest }];
  });
  const selected = selectedPods(podTemplatesAmong(manifests, environment), budgets);
  const message = 'selects the Pods of no workload of its namespace in the set';
  return budgets
    .filter(({ item }) => !selected.has(item))
    .map(({ item }) => ({ manifest: item, field: 'spec.selector', message, severity: 'warning' }));
}
