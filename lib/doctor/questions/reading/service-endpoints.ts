import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { oncePer } from '../../../validation/once-per';
import type { Cluster } from '../../cluster/cluster';
import { tryConditionOf } from './conditions';
import { nameOf, namespaceOf } from './named';
import { hasEnded, isTerminating } from './pod-state';

/** What stands behind a Service. */
export interface ServiceEndpoints {
  /** Addresses that get requests. */
  readonly ready: number;
  /** Addresses that get none, as their Pods are not ready. */
  readonly notReady: number;
  /** Whether the cluster told, by an EndpointSlice or by Endpoints; else it is worked out from the Pods. */
  readonly isTold: boolean;
}

/** Returns the Pods that a Service selects and that are to run; none for one without a selector. */
export function selectedPodsOf(cluster: Cluster, service: Manifest): readonly Manifest[] {
  const selector = Object.entries(selectorOf(service));
  if (selector.length === 0) return [];
  const namespace = namespaceOf(service);
  return cluster.ofKind('Pod').filter((pod) => {
    if (namespaceOf(pod) !== namespace || isTerminating(pod) || hasEnded(pod)) return false;
    const labels = asObject(asObject(pod.json['metadata'])['labels']);
    return selector.every(([name, value]) => labels[name] === value);
  });
}

/** Returns the selector of a Service, empty where it has none. */
export function selectorOf(service: Manifest): JsonObject {
  return asObject(asObject(service.json['spec'])['selector']);
}

/** Returns what stands behind a Service. */
export function endpointsOf(cluster: Cluster, service: Manifest): ServiceEndpoints {
  const id = `${namespaceOf(service)}/${nameOf(service)}`;
  const told = slicesByService(cluster).get(id) ?? toldByEndpoints(cluster, service);
  if (told !== undefined) return { ...told, isTold: true };
  const pods = selectedPodsOf(cluster, service);
  const ready = pods.filter((pod) => tryConditionOf(pod, 'Ready', 'True') !== undefined).length;
  return { ready, notReady: pods.length - ready, isTold: false };
}

interface Counts {
  readonly ready: number;
  readonly notReady: number;
}

/** Found once: of many Services each would look through all slices. */
const slicesByService = oncePer((cluster: Cluster): ReadonlyMap<string, Counts> => {
  const counts = new Map<string, Counts>();
  for (const slice of cluster.ofKind('EndpointSlice')) {
    const service = asText(asObject(asObject(slice.json['metadata'])['labels'])['kubernetes.io/service-name']);
    const id = `${namespaceOf(slice)}/${service}`;
    const known = counts.get(id) ?? { ready: 0, notReady: 0 };
    const endpoints = asList(slice.json['endpoints']).map(asObject);
    // What says nothing counts as ready.
    const ready = endpoints.filter(({ conditions }) => asObject(conditions)['ready'] !== false).length;
    counts.set(id, { ready: known.ready + ready, notReady: known.notReady + endpoints.length - ready });
  }
  return counts;
});

function toldByEndpoints(cluster: Cluster, service: Manifest): Counts | undefined {
  const endpoints = cluster.tryFind('Endpoints', namespaceOf(service), nameOf(service));
  if (endpoints === undefined) return undefined;
  const subsets = asList(endpoints.json['subsets']).map(asObject);
  const count = (field: string) => subsets.reduce((sum, subset) => sum + asList(subset[field]).length, 0);
  return { ready: count('addresses'), notReady: count('notReadyAddresses') };
}
