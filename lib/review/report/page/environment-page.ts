import { anchorOf } from '../pictures/anchor';
import type { EnvironmentReport } from '../report-model';
import { connectionsByWorkload } from './connections';
import type { Connections } from './connections';
import type { EnvironmentPictures } from './report-pictures';

/** One environment, with what its sections share. */
export interface EnvironmentPage {
  readonly report: EnvironmentReport;
  readonly pictures: EnvironmentPictures;
  /** Starts the ids of its sections: letters, digits and hyphens. */
  readonly prefix: string;
  /** The anchor of each workload, by id, to which pictures and tables link. */
  readonly anchors: ReadonlyMap<string, string>;
  readonly connections: ReadonlyMap<string, Connections>;
}

/**
 * Returns an environment with what its sections share.
 *
 * @param taken anchors of the environments before it; those of this one are added
 */
export function environmentPage(
  report: EnvironmentReport,
  pictures: EnvironmentPictures,
  prefix: string,
  taken: Set<string>,
): EnvironmentPage {
  return {
    report,
    pictures,
    prefix,
    anchors: anchorsOf(report, taken),
    connections: connectionsByWorkload(report.graphs),
  };
}

/** The same object may stand in two files: then the first is the one that is linked to. */
function anchorsOf({ workloads }: EnvironmentReport, taken: Set<string>): ReadonlyMap<string, string> {
  const anchors = new Map<string, string>();
  for (const { id } of workloads) {
    const anchor = anchorOf(id);
    if (taken.has(anchor)) continue;
    taken.add(anchor);
    anchors.set(id, anchor);
  }
  return anchors;
}
