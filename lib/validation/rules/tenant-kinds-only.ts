import { clusterKinds } from '../references/cluster-kinds';
import { kindOf } from '../manifest';
import { qualifiedKind } from '../references/qualified-kind';
import type { Rule } from '../rule';

/** Kinds inside a namespace that its owner uses and the cluster's administrator writes: they are the tenant's bounds. */
const BOUNDS_OF_A_TENANT: ReadonlySet<string> = new Set(['LimitRange', 'ResourceQuota']);

/**
 * A tenant of a shared cluster has rights in its namespace and nowhere else: what belongs to the whole cluster, or sets
 * the tenant's own bounds, is forbidden to whoever applies it.
 *
 * Custom resources are not judged, as nothing here knows whether they belong to a namespace.
 */
export const tenantKindsOnly: Rule = {
  id: 'tenant-kinds-only',
  class: 'policy',
  severity: 'error',
  summary: 'Every object is of a kind that a tenant of a shared cluster may create.',
  remedy: 'Leave it out, and ask the administrators of the container cloud for it.',
  needs: ['namespace'],
  check: (manifests) =>
    manifests.flatMap((manifest) => {
      const [kind, qualified] = [kindOf(manifest), qualifiedKind(manifest)];
      if (clusterKinds.has(qualified)) {
        const message = `is ${kind}, which belongs to the whole cluster; a tenant may create what belongs to its namespace`;
        return [{ manifest, field: 'kind', message }];
      }
      if (!BOUNDS_OF_A_TENANT.has(qualified)) return [];
      return [{ manifest, field: 'kind', message: `is ${kind}, by which the cluster's administrators bound a tenant` }];
    }),
};
