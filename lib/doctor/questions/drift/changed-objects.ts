import { kindOf } from '../../../validation/manifest';
import type { Json, Manifest } from '../../../validation/manifest';
import { Autoscalers } from '../../../validation/pods/autoscalers';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import { comparableObjects } from '../reading/missing-objects';
import { nameOf } from '../reading/named';
import { fieldDifferences } from './field-differences';
import type { FieldDifference } from './field-differences';

/** A live object that is not as it was published. */
export interface ChangedObject {
  readonly published: Manifest;
  readonly live: Manifest;
  readonly images: readonly FieldDifference[];
  readonly replicas: readonly FieldDifference[];
  /** Everything else. */
  readonly others: readonly FieldDifference[];
}

const READ = new WeakMap<Cluster, { readonly expected: Expected; readonly changed: readonly ChangedObject[] }>();

/** Returns the live objects that differ from what was published, each with the fields that do. */
export function changedObjects(cluster: Cluster, expected: Expected): readonly ChangedObject[] {
  const known = READ.get(cluster);
  if (known?.expected === expected) return known.changed;
  const autoscalers = new Autoscalers([...expected.manifests, ...cluster.ofKind('HorizontalPodAutoscaler')]);
  const changed = comparableObjects(cluster, expected).flatMap(({ manifest, namespace }) => {
    // Their content is never read.
    if (kindOf(manifest) === 'Secret') return [];
    const live = cluster.tryFind(kindOf(manifest), namespace, nameOf(manifest));
    const differences = live === undefined ? [] : fieldDifferences(manifest, live);
    if (live === undefined || differences.length === 0) return [];
    // An autoscaler writes the replicas of its target.
    const isScaled = autoscalers.tryBoundsOf(live) !== undefined;
    const ofReplicas = differences.filter(({ field }) => field === 'spec.replicas');
    return [
      {
        published: manifest,
        live,
        images: differences.filter(({ field }) => /ontainers\[[^\]]*\]\.image$/.test(field)),
        replicas: isScaled ? [] : ofReplicas,
        others: differences.filter(
          ({ field }) => field !== 'spec.replicas' && !/ontainers\[[^\]]*\]\.image$/.test(field),
        ),
      },
    ];
  });
  READ.set(cluster, { expected, changed });
  return changed;
}

/** The most characters of a value that a sentence takes in. */
const MOST_CHARACTERS = 80;

/** Returns a value as a sentence has it; a long one is cut. */
export function writtenValue(value: Json | undefined): string {
  if (value === undefined || value === null) return '-';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;
}
