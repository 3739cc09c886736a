import type { CountedResource } from './counted-resources';
import { asObject } from '../manifest';
import type { Json, JsonObject } from '../manifest';

/** What a container says of one resource. Either part is undefined where nothing is said, null counting as nothing. */
export interface ContainerResource {
  readonly request: Json | undefined;
  readonly limit: Json | undefined;
}

/**
 * Returns a container's request and limit of a resource as the API server sees them in a Pod: a missing request
 * becomes the limit.
 *
 * Kubernetes does so for Pods and never for templates, so YAML shows less than the Pod is charged.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/v1/defaults.go, SetDefaults_Pod
 */
export function containerResource(container: JsonObject, { name }: CountedResource): ContainerResource {
  const resources = asObject(container['resources']);
  const limit = asObject(resources['limits'])[name] ?? undefined;
  return { request: asObject(resources['requests'])[name] ?? limit, limit };
}
