import { requestsAllowance } from '../capacity/allowance';
import { countedResources } from '../quantities/counted-resources';
import type { CountedResource } from '../quantities/counted-resources';
import { demandsOf, steadyRequests, sumOfSteadyRequests } from '../pods/demand';
import type { Demand } from '../pods/demand';
import { workloadName } from '../pods/pods';
import { biggestFirst, requestsRemedy } from '../capacity/requests-remedy';
import type { CloudCapacity, Rule } from '../rule';

/** How many of the biggest requesters a finding names. */
const NAMED_REQUESTERS = 3;

/**
 * The quota of the project holds the requests of everything that runs: one Pod too many is never created, and the
 * only trace is an event on its controller.
 *
 * @see kubernetes/kubernetes v1.27 pkg/quota/v1/evaluator/core/pods.go
 */
export const requestsWithinQuota: Rule = {
  id: 'requests-within-quota',
  class: 'refused',
  severity: 'error',
  summary: 'The requests of everything that runs fit into the share of the VMs that the container cloud allows.',
  remedy: 'Lower the requests of the biggest workloads, or use more VMs.',
  needs: ['cloud'],
  check: (manifests, { cloud, source }) => {
    if (cloud === undefined) return [];
    const demands = demandsOf(manifests, cloud.vms);
    const requested = sumOfSteadyRequests(demands);
    const allowed = requestsAllowance(cloud);
    return countedResources
      .filter(({ amount }) => requested[amount] > allowed[amount])
      .map((resource) => {
        const { name, amount, format, describe } = resource;
        const bound = `${format(allowed[amount])} (${boundReason(cloud, resource)})`;
        return {
          field: `requests.${name}`,
          message: `the workloads request ${describe(requested[amount])}; the container cloud allows ${bound}`,
          detail: `biggest: ${biggest(demands, resource)}`,
          remedy: requestsRemedy({ demands, resource, excess: requested[amount] - allowed[amount], cloud, source }),
        };
      });
  },
};

function boundReason(
  { vms, vmCpuMillis, vmMemoryBytes, requestsSharePercent }: CloudCapacity,
  resource: CountedResource,
): string {
  const vm = resource.format(resource.name === 'cpu' ? vmCpuMillis : vmMemoryBytes);
  return `${requestsSharePercent} % of ${vms} ${vms === 1 ? 'VM' : 'VMs'} of ${vm}`;
}

function biggest(demands: readonly Demand[], resource: CountedResource): string {
  return biggestFirst(demands, resource)
    .slice(0, NAMED_REQUESTERS)
    .map((demand) => `${workloadName(demand.workload)} ${resource.format(steadyRequests(demand)[resource.amount])}`)
    .join(', ');
}
