import { addToList } from '../add-to-list';
import { limitsAllowance } from '../capacity/allowance';
import { limitsInFile, podsInFile } from '../capacity/capacity-use';
import { countedResources } from '../quantities/counted-resources';
import { demandsOf } from '../pods/demand';
import type { Demand } from '../pods/demand';
import { limitsProblem } from '../capacity/limits-problem';
import type { LimitsShare } from '../capacity/limits-problem';
import { noAmounts, plus } from '../quantities/resource-amounts';
import type { Rule } from '../rule';

/**
 * The platform looks at one YAML, the file submitted through Jenkins, and lets its limits have a share of one VM.
 *
 * Read strictly: the sum over the file's workloads of limits × Pods, with a Job and a CronJob for its parallel Pods
 * once and a DaemonSet for each VM. A container without a limit adds nothing; `resources-declared` speaks of it.
 */
export const limitsWithinVm: Rule = {
  id: 'limits-within-vm',
  class: 'policy',
  severity: 'error',
  summary: 'The limits of each YAML fit into the share of one VM that the container cloud allows.',
  remedy: 'Lower the limit, or split the workload.',
  needs: ['cloud'],
  check: (manifests, { cloud, source }) => {
    if (cloud === undefined) return [];
    const allowance = limitsAllowance(cloud);
    return sharesByFile(demandsOf(manifests, cloud.vms)).flatMap((shares) => {
      const sum = shares.map(({ limits }) => limits).reduce(plus, noAmounts);
      return countedResources
        .filter(({ amount }) => sum[amount] > allowance[amount])
        .map((resource) => {
          const { amount } = resource;
          return limitsProblem({ shares, resource, sum: sum[amount], allowed: allowance[amount], cloud, source });
        });
    });
  },
};

function sharesByFile(demands: readonly Demand[]): readonly (readonly LimitsShare[])[] {
  const files = new Map<string, LimitsShare[]>();
  for (const demand of demands) {
    const { workload } = demand;
    const share = { workload, pods: podsInFile(demand), limits: limitsInFile(demand) };
    addToList(files, workload.manifest.file, share);
  }
  return [...files.values()];
}
