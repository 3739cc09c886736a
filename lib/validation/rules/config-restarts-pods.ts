import { isHashedName } from '../names/content-hash';
import type { Manifest } from '../manifest';
import { listed, nameOf, namedObjects } from '../references/named-objects';
import type { NamedObjects } from '../references/named-objects';
import { namespaceOf } from '../references/namespaces';
import { tryPodFields } from '../pods/pod-fields';
import { podReferences } from '../references/pod-references';
import { tryWorkload } from '../pods/pods';
import type { WorkloadKind } from '../pods/pods';
import type { Problem, Rule, RuleEnvironment } from '../rule';

/** Annotation on the Pods of our workloads with a checksum of the files that they mount. */
export const CHECKSUM_ANNOTATION = 'znyw/config-checksum';

/** How others name such an annotation: `checksum/config`, or one by which a controller does the restart. */
const CHECKSUM_LIKE = /checksum|hash|sha\d*\b|reloader/i;

/** The kinds that restart their Pods when the template changes. A Job's Pods are new at each run. */
const ROLLING_KINDS: ReadonlySet<WorkloadKind> = new Set(['Deployment', 'StatefulSet', 'DaemonSet']);

/**
 * A ConfigMap that changes restarts nothing: the Pods go on with what they read at their start, until one of them
 * happens to end, and then replicas run with different configurations.
 *
 * A ConfigMap that cannot change, because it is immutable or has a hash of its content in its name, needs no checksum.
 */
export const configRestartsPods: Rule = {
  id: 'config-restarts-pods',
  class: 'policy',
  severity: 'error',
  summary:
    'A workload that reads a ConfigMap of the set has a checksum of it on its Pods, so that a change restarts them.',
  remedy: `Write a checksum of the configuration into the annotation ${CHECKSUM_ANNOTATION} of the Pods.`,
  check: (manifests, environment) => {
    const objects = namedObjects(manifests, environment);
    return manifests.flatMap((manifest) => checksumProblems(manifest, objects, environment));
  },
};

function checksumProblems(manifest: Manifest, objects: NamedObjects, environment: RuleEnvironment): readonly Problem[] {
  const [workload, pods] = [tryWorkload(manifest), tryPodFields(manifest)];
  if (workload === undefined || pods === undefined || !ROLLING_KINDS.has(workload.kind)) return [];
  const annotations = pods.metadata.at('annotations');
  const ours = environment.name !== undefined;
  if (annotations.entries.some(([key, { text = '' }]) => text !== '' && isChecksum(key, ours))) return [];

  const read = podReferences(workload).flatMap(({ kind, name }) =>
    kind === 'ConfigMap' ? (objects.tryFind(kind, namespaceOf(manifest, environment), name) ?? []) : [],
  );
  const changeable = read.filter((configMap) => !isFixed(configMap)).map(nameOf);
  if (changeable.length === 0) return [];
  const names = listed([...new Set(changeable)].sort());
  const message = `is missing, so that a change of ConfigMap ${names} does not reach the Pods that run`;
  const problem = { manifest, field: annotations.entry(CHECKSUM_ANNOTATION).path, message };
  // A program of others may read its configuration again by itself.
  return [ours ? problem : { ...problem, severity: 'warning' }];
}

function isChecksum(annotation: string, ours: boolean): boolean {
  return ours ? annotation === CHECKSUM_ANNOTATION : CHECKSUM_LIKE.test(annotation);
}

function isFixed(configMap: Manifest): boolean {
  return configMap.json['immutable'] === true || isHashedName(nameOf(configMap));
}
