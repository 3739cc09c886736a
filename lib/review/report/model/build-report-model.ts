import { capacityUse } from '../../../validation/capacity/capacity-use';
import { rolloutPeak, rolloutPeakAllAtOnce } from '../../../validation/capacity/peak-demand';
import { demandsOf } from '../../../validation/pods/demand';
import type { Demand } from '../../../validation/pods/demand';
import type { CloudCapacity } from '../../../validation/rule';
import { runRules } from '../../../validation/run-rules';
import { compareTexts } from '../connections/connections';
import { networkGraph } from '../connections/network-graph';
import { networkView } from '../connections/network-view';
import type { EnvironmentReport, QuotaReport, ReportModel } from '../report-model';
import { architectureGraphs } from './architecture-graphs';
import { imageUses } from './image-uses';
import { placementReports } from './placement-reports';
import type { ReportSet } from './report-set';
import { stacksOf } from './workload-facts';
import { workloadIds } from './workload-ids';
import { tryOneNamespace, workloadReports } from './workload-reports';

/** Reads all that a report shows from sets of objects, whatever these hold. */
export function buildReportModel(sets: readonly ReportSet[]): ReportModel {
  return { environments: sets.map(environmentReport).sort((one, other) => compareTexts(one.name, other.name)) };
}

function environmentReport({ name, environment, manifests, sources }: ReportSet): EnvironmentReport {
  const { cloud } = environment;
  // Without a cloud nobody knows on how many VMs a DaemonSet runs; one shows what it asks.
  const demands = demandsOf(manifests, cloud?.vms ?? 1);
  const workloads = demands.map(({ workload }) => workload);
  const named = { workloads, ids: workloadIds(workloads), stacks: stacksOf(workloads) };
  const view = networkView(manifests, environment);
  const namespace = tryOneNamespace(
    workloads.map(({ manifest }) => manifest),
    view,
  );
  return {
    name,
    ...(namespace === undefined ? {} : { namespace }),
    ...(cloud === undefined ? {} : { cloud, quota: quotaReport(demands, cloud) }),
    workloads: workloadReports(demands, named, view, sources ?? new Map()),
    graphs: architectureGraphs(named, networkGraph(view, named.ids)),
    images: imageUses(workloads),
    placements: cloud === undefined ? [] : placementReports(demands, cloud),
    rules: runRules(manifests, environment),
  };
}

function quotaReport(demands: readonly Demand[], cloud: CloudCapacity): QuotaReport {
  return {
    use: capacityUse(demands, cloud),
    rolloutPeak: rolloutPeak(demands),
    peakAllAtOnce: rolloutPeakAllAtOnce(demands),
  };
}
