import { addToList } from '../add-to-list';
import { Field } from '../fields/field';
import { asList, asObject, asText } from '../manifest';
import type { Manifest } from '../manifest';
import { oncePerSet } from '../once-per';
import { namespaceOf } from '../references/namespaces';
import { tryPodFields } from './pod-fields';
import { tryWorkload } from './pods';
import type { WorkloadManifest } from './pods';
import { SelectorIndex } from '../reach/selector-index';
import type { Selecting } from '../reach/selector-index';

/** The Pods of a workload, as others reach them. */
export interface PodTemplate {
  readonly workload: WorkloadManifest;
  readonly namespace: string;
  /** A map of labels. */
  readonly labels: Field;
  /** The ports that its containers declare; init containers, which have ended by then, are left out. */
  readonly ports: readonly DeclaredPort[];
}

/** A port that a container declares. */
export interface DeclaredPort {
  /** Empty where it has none. */
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
}

/** Something that selects Pods of its namespace. */
export interface PodSelecting<T> extends Selecting<T> {
  readonly namespace: string;
}

/** Returns the Pods of the workloads among the objects. */
export const podTemplatesAmong = oncePerSet((manifests, environment): readonly PodTemplate[] =>
  manifests.flatMap((manifest) => {
    const workload = tryWorkload(manifest);
    if (workload === undefined) return [];
    const labels = tryPodFields(manifest)?.metadata.at('labels') ?? new Field('', {});
    const ports = workload.containers.filter(({ init }) => !init).flatMap(({ json }) => declaredPorts(json));
    return [{ workload, namespace: namespaceOf(manifest, environment), labels, ports }];
  }),
);

/** Returns the ports that a container declares, those that are no port left out. */
export function declaredPorts(container: Manifest['json']): readonly DeclaredPort[] {
  return asList(container['ports']).flatMap((item) => {
    const { name, containerPort, protocol } = asObject(item);
    if (typeof containerPort !== 'number') return [];
    return [{ name: asText(name), number: containerPort, protocol: asText(protocol) || 'TCP' }];
  });
}

/** Returns, for each item that selects Pods, the Pods that it selects; items that select none are not in it. */
export function selectedPods<T>(
  templates: readonly PodTemplate[],
  selecting: readonly PodSelecting<T>[],
): ReadonlyMap<T, readonly PodTemplate[]> {
  const indexes = selectorIndexes(selecting);
  const selected = new Map<T, PodTemplate[]>();
  for (const template of templates) {
    for (const item of indexes.get(template.namespace)?.matching(template.labels) ?? []) {
      addToList(selected, item, template);
    }
  }
  return selected;
}

/** Returns what selects Pods as an index for each namespace. */
export function selectorIndexes<T>(selecting: readonly PodSelecting<T>[]): ReadonlyMap<string, SelectorIndex<T>> {
  const byNamespace = new Map<string, Selecting<T>[]>();
  for (const one of selecting) addToList(byNamespace, one.namespace, one);
  return new Map([...byNamespace].map(([namespace, group]) => [namespace, new SelectorIndex(group)]));
}
