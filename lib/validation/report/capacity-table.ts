import { alignedColumns } from './aligned-columns';
import type { FileUse } from '../capacity/capacity-use';
import type { SetReport } from './check-report';
import { countedResources } from '../quantities/counted-resources';
import type { CountedResource } from '../quantities/counted-resources';
import type { ResourceAmounts } from '../quantities/resource-amounts';
import { usageBar } from './usage-bar';

/** A row: what is counted, of which resource, what is used and what may be. */
interface Row {
  readonly title: string;
  readonly resource: CountedResource;
  readonly used: number;
  readonly allowed: number | undefined;
  /** What stands behind the bar. */
  readonly remark?: string;
}

/**
 * Returns what a set uses against what it may, as a table with a bar for each resource; without a line break at the end.
 *
 * Where nobody said how many VMs there are, it is only what is used.
 */
export function capacityTable({ capacity, files }: SetReport): string {
  const { requests, requestsAllowed, rolloutPeak, rolloutPeakAllAtOnce, limitsAllowed, environment } = capacity;
  const rows = countedResources.flatMap((resource): readonly Row[] => {
    const row = (title: string, used: ResourceAmounts, allowed: ResourceAmounts | undefined): Row => ({
      title,
      resource,
      used: used[resource.amount],
      allowed: allowed?.[resource.amount],
    });
    const fullest = tryFullest(files, resource);
    return [
      row('requests', requests, requestsAllowed),
      row('peak of one rollout', rolloutPeak, requestsAllowed),
      row('all at their peak', rolloutPeakAllAtOnce, requestsAllowed),
      ...(fullest === undefined
        ? []
        : [{ ...row('limits of one file', fullest.limits, limitsAllowed), remark: fullest.file }]),
    ];
  });
  const cells = [['use of', environment ?? 'the objects', 'used', 'allowed', ''], ...rows.map(cellsOf)];
  return alignedColumns(cells).join('\n');
}

function cellsOf({ title, resource, used, allowed, remark }: Row): readonly string[] {
  const bar = allowed === undefined ? '' : usageBar(used, allowed);
  return [
    resource.name,
    title,
    resource.format(used),
    allowed === undefined ? 'not known' : resource.format(allowed),
    remark === undefined ? bar : `${bar}  ${remark}`,
  ];
}

interface FullestFile {
  readonly file: string;
  readonly limits: ResourceAmounts;
}

function tryFullest(
  files: ReadonlyMap<string, FileUse> | undefined,
  { amount }: CountedResource,
): FullestFile | undefined {
  let fullest: FullestFile | undefined;
  for (const [file, { limits }] of files ?? []) {
    if (fullest === undefined || limits[amount] > fullest.limits[amount]) fullest = { file, limits };
  }
  return fullest;
}
