import { Field } from '../../../validation/fields/field';
import { asObject, asText } from '../../../validation/manifest';
import type { WorkloadManifest } from '../../../validation/pods/pods';
import type { NamedObjects } from '../../../validation/references/named-objects';
import { podReferences } from '../../../validation/references/pod-references';
import type { WorkloadReport } from '../report-model';

/** Returns the storage that a workload keeps: the claims that it mounts, and those that a StatefulSet makes for each Pod. */
export function workloadStorage(
  workload: WorkloadManifest,
  namespace: string,
  objects: NamedObjects,
): WorkloadReport['storage'] {
  const claims = podReferences(workload).filter(({ kind }) => kind === 'PersistentVolumeClaim');
  const names = [...new Set(claims.map(({ name }) => name))];
  const mounted = names.map((name) => {
    const claim = objects.tryFind('PersistentVolumeClaim', namespace, name);
    return { claim: name, ...claimOf(new Field('', claim?.json['spec'])) };
  });
  const templates =
    workload.kind === 'StatefulSet' ? new Field('spec', workload.spec).all('volumeClaimTemplates[]') : [];
  const made = templates.map((template) => ({
    claim: asText(asObject(template.at('metadata').value)['name']),
    ...claimOf(template.at('spec')),
  }));
  return [...mounted, ...made];
}

/** A size may be a number in YAML, as in `storage: 1000`. */
function claimOf(spec: Field): { readonly size: string; readonly storageClass: string } {
  const size = spec.at('resources.requests.storage');
  return { size: size.text ?? String(size.integer ?? ''), storageClass: spec.at('storageClassName').text ?? '' };
}
