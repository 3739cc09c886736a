import { addToList } from '../../../validation/add-to-list';
import { asObject, kindOf, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { podTemplatesAmong, selectedPods } from '../../../validation/pods/pod-templates';
import { Field } from '../../../validation/fields/field';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import { comparableObjects, missingObjects } from './missing-objects';
import type { ExpectedObject } from './missing-objects';
import { nameOf, namespaceOf } from './named';

/** Objects that are missing together: a whole file that was not applied, or a single object. */
export interface MissingGroup {
  readonly namespace: string;
  /** The one that the others are for comes first: a workload. */
  readonly objects: readonly [ExpectedObject, ...ExpectedObject[]];
  /** How many objects the namespace was to have. */
  readonly published: number;
  /** Whether something does not run or cannot be reached without it. */
  readonly isEssential: boolean;
}

/** The kinds without which something does not run or cannot be reached, those that run Pods first. */
const ESSENTIAL =
  'Deployment StatefulSet DaemonSet CronJob Job Pod Service ConfigMap Secret PersistentVolumeClaim ServiceAccount Ingress'.split(
    ' ',
  );

/** So many things may be missing in a namespace and still be what is wrong, each for itself. */
export const MOST_SINGLE_GROUPS = 3;

/** Returns what is missing by namespace, each file of which nothing is there as one. */
export function missingGroups(cluster: Cluster, expected: Expected): ReadonlyMap<string, readonly MissingGroup[]> {
  const published = new Map<string, number>();
  const inFile = new Map<string, number>();
  for (const { manifest, namespace } of comparableObjects(cluster, expected)) {
    published.set(namespace, (published.get(namespace) ?? 0) + 1);
    inFile.set(fileKey({ manifest, namespace }), (inFile.get(fileKey({ manifest, namespace })) ?? 0) + 1);
  }
  const missing = new Map<string, ExpectedObject[]>();
  for (const one of missingObjects(cluster, expected)) addToList(missing, fileKey(one), one);

  const groups = new Map<string, MissingGroup[]>();
  for (const [key, objects] of missing) {
    const whole = objects.length === inFile.get(key) && objects.length > 1 ? [objects] : objects.map((one) => [one]);
    for (const group of whole) {
      const [first, ...others] = group.sort((one, other) => rank(one) - rank(other));
      if (first === undefined) continue;
      const { namespace } = first;
      const isEssential = rank(first) < ESSENTIAL.length;
      addToList(groups, namespace, {
        namespace,
        objects: [first, ...others],
        published: published.get(namespace) ?? 0,
        isEssential,
      });
    }
  }
  return groups;
}

/** Tells whether so much is missing that this is one thing, and not what is wrong with any of it. */
export function isMuchMissing(groups: readonly MissingGroup[]): boolean {
  return groups.filter(({ isEssential }) => isEssential).length > MOST_SINGLE_GROUPS;
}

/** Returns `Kind/namespace/name` of an object that was published. */
export function expectedId({ manifest, namespace }: ExpectedObject): string {
  return `${kindOf(manifest)}/${namespace}/${nameOf(manifest)}`;
}

/** Returns the objects that are missing, and the Services that have no Pods for that reason. */
export function explainedByMissing(
  cluster: Cluster,
  expected: Expected,
  groups: readonly MissingGroup[],
): readonly string[] {
  const objects = groups.flatMap((group) => group.objects);
  const templates = podTemplatesAmong(
    objects.map(({ manifest }) => manifest),
    expected.environment,
  );
  const services = templates.length === 0 ? [] : cluster.ofKind('Service').flatMap(selecting);
  const withPods = selectedPods(templates, services);
  return [...objects.map(expectedId), ...[...withPods.keys()].map(objectId)];
}

function selecting(service: Manifest) {
  const { selector } = asObject(service.json['spec']);
  if (Object.keys(asObject(selector)).length === 0) return [];
  const asked = new Field('spec', { matchLabels: asObject(selector) });
  return [{ namespace: namespaceOf(service), selector: asked, item: service }];
}

function fileKey({ manifest, namespace }: ExpectedObject): string {
  return `${namespace} ${manifest.file}`;
}

function rank({ manifest }: ExpectedObject): number {
  const place = ESSENTIAL.indexOf(kindOf(manifest));
  return place === -1 ? ESSENTIAL.length : place;
}
