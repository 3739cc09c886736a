import { asList, asObject, asText } from '../manifest';
import type { Json } from '../manifest';
import { listed, namedObjects } from '../references/named-objects';
import type { NamedObjects } from '../references/named-objects';
import { namespaceOf } from '../references/namespaces';
import { workloadsAmong } from '../pods/pods';
import type { WorkloadManifest } from '../pods/pods';
import type { Rule } from '../rule';

/**
 * Without the pull Secret the registry takes the VM for a stranger. Where the image lies on the VM already, the Pod
 * starts all the same, so that the mistake shows on another VM and on another day.
 *
 * @see kubernetes/kubernetes v1.27 plugin/pkg/admission/serviceaccount/admission.go
 */
export const pullSecretSet: Rule = {
  id: 'pull-secret-set',
  class: 'policy',
  severity: 'error',
  summary: 'Every Pod with an image from the registry of the project names its pull Secret.',
  remedy: 'Name the pull Secret of the environment in imagePullSecrets.',
  needs: ['registry'],
  check: (manifests, environment) => {
    const { registry } = environment;
    if (registry === undefined) return [];
    const objects = namedObjects(manifests, environment);
    const isFromRegistry = ({ containers }: WorkloadManifest) =>
      containers.some(({ json }) => asText(json['image']).startsWith(`${registry.host}/`));
    return workloadsAmong(manifests)
      .filter(isFromRegistry)
      .flatMap((workload) => {
        const { manifest, podSpec, podPath } = workload;
        const own = secretNames(podSpec['imagePullSecrets']);
        const names = own.length > 0 ? own : identitySecrets(workload, namespaceOf(manifest, environment), objects);
        if (names.includes(registry.pullSecret)) return [];
        const found = names.length === 0 ? 'names no pull Secret' : `names ${listed(names)}`;
        const message = `${found}; images from ${registry.host} need ${registry.pullSecret}`;
        return [{ manifest, field: `${podPath}.imagePullSecrets`, message }];
      });
  },
};

/** A Pod that names no pull Secret is given those of its ServiceAccount. */
function identitySecrets({ podSpec }: WorkloadManifest, namespace: string, objects: NamedObjects): readonly string[] {
  const name = asText(podSpec['serviceAccountName']) || asText(podSpec['serviceAccount']) || 'default';
  const account = objects.tryFind('ServiceAccount', namespace, name);
  return secretNames(account?.json['imagePullSecrets']);
}

function secretNames(references: Json | undefined): readonly string[] {
  return asList(references).flatMap((reference) => {
    const name = asText(asObject(reference)['name']);
    return name === '' ? [] : [name];
  });
}
