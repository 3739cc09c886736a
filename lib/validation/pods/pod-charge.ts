import { containerResource } from '../quantities/container-resources';
import { countedResources } from '../quantities/counted-resources';
import type { CountedResource } from '../quantities/counted-resources';
import { asList, asObject } from '../manifest';
import type { Json, JsonObject } from '../manifest';
import { larger, noAmounts, plus } from '../quantities/resource-amounts';
import type { ResourceAmounts } from '../quantities/resource-amounts';

/** What one Pod is charged. */
export interface PodCharge {
  readonly requests: ResourceAmounts;
  readonly limits: ResourceAmounts;
}

/**
 * Returns what one Pod of this spec is charged against a quota.
 *
 * Per resource: the sum over the containers or the largest init container, whichever is more, plus the overhead,
 * which is added to a limit only where there is one. A missing request is the limit; what is missing still, cannot
 * be read, or is negative (which the API server refuses) counts 0. Defaults of a LimitRange are not known here.
 *
 * @see kubernetes/kubernetes v1.27 pkg/api/v1/resource/helpers.go
 */
export function podCharge(podSpec: JsonObject): PodCharge {
  const containers = asList(podSpec['containers']).map(containerCharge);
  const initContainers = asList(podSpec['initContainers']).map(containerCharge);
  const overhead = amountsOf(({ name }) => asObject(podSpec['overhead'])[name]);

  const requests = atOnce(
    containers.map((charge) => charge.requests),
    initContainers.map((charge) => charge.requests),
  );
  const limits = atOnce(
    containers.map((charge) => charge.limits),
    initContainers.map((charge) => charge.limits),
  );
  return {
    requests: plus(requests, overhead),
    limits: plus(limits, {
      cpuMillis: limits.cpuMillis > 0 ? overhead.cpuMillis : 0,
      memoryBytes: limits.memoryBytes > 0 ? overhead.memoryBytes : 0,
    }),
  };
}

function atOnce(containers: readonly ResourceAmounts[], initContainers: readonly ResourceAmounts[]): ResourceAmounts {
  return larger(containers.reduce(plus, noAmounts), initContainers.reduce(larger, noAmounts));
}

function containerCharge(container: Json): PodCharge {
  const json = asObject(container);
  return {
    requests: amountsOf((resource) => containerResource(json, resource).request),
    limits: amountsOf((resource) => containerResource(json, resource).limit),
  };
}

function amountsOf(valueOf: (resource: CountedResource) => Json | undefined): ResourceAmounts {
  const amounts = { ...noAmounts };
  for (const resource of countedResources) {
    amounts[resource.amount] = Math.max(resource.tryParse(valueOf(resource)) ?? 0, 0);
  }
  return amounts;
}
