import { Field } from '../../../validation/fields/field';
import { asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { limitsInFile, podsInFile } from '../../../validation/capacity/capacity-use';
import type { Demand } from '../../../validation/pods/demand';
import { workloadName } from '../../../validation/pods/pods';
import type { WorkloadManifest } from '../../../validation/pods/pods';
import { times } from '../../../validation/quantities/resource-amounts';
import { namespaceOf } from '../../../validation/references/namespaces';
import { compareTexts } from '../connections/connections';
import type { NetworkView } from '../connections/network-view';
import type { WorkloadReport } from '../report-model';
import type { NamedWorkloads } from './architecture-graphs';
import { endpointsByWorkload } from './endpoints';
import { workloadStorage } from './workload-storage';
import { workloadYaml } from './workload-yaml';

/** Returns the workloads of a set as rows of its table, sorted by stack and name. */
export function workloadReports(
  demands: readonly Demand[],
  { ids, stacks }: NamedWorkloads,
  view: NetworkView,
  sources: ReadonlyMap<string, readonly string[]>,
): readonly WorkloadReport[] {
  const endpoints = endpointsByWorkload(view);
  const yamlOf = workloadYaml(view.manifests);
  const reports = demands.map((demand): WorkloadReport => {
    const { workload, charge } = demand;
    const { manifest } = workload;
    const schedule = scheduleOf(workload);
    return {
      id: ids.get(manifest) ?? '',
      kind: workload.kind,
      name: workloadName(workload),
      stack: stacks.get(manifest) ?? '',
      containers: workload.containers.map(({ name, json, init }) => ({ name, image: asText(json['image']), init })),
      replicas: podsInFile(demand),
      requests: times(charge.requests, podsInFile(demand)),
      limits: limitsInFile(demand),
      storage: workloadStorage(workload, namespaceOf(manifest, view.environment), view.objects),
      ...(schedule === '' ? {} : { schedule }),
      endpoints: endpoints.get(manifest) ?? [],
      file: manifest.file,
      sources: sources.get(manifest.file) ?? [],
      yaml: yamlOf(manifest),
    };
  });
  return reports.sort(compareReports);
}

function compareReports(one: WorkloadReport, other: WorkloadReport): number {
  return compareTexts(one.stack, other.stack) || compareTexts(one.name, other.name) || compareTexts(one.id, other.id);
}

/** Returns the schedule of a CronJob with its time zone, as in `30 2 * * * Asia/Shanghai`. */
function scheduleOf({ kind, spec }: WorkloadManifest): string {
  if (kind !== 'CronJob') return '';
  const field = new Field('spec', spec);
  return [field.at('schedule').text ?? '', field.at('timeZone').text ?? ''].filter((part) => part !== '').join(' ');
}

/** Returns the namespace of all workloads, or undefined where they are in several. */
export function tryOneNamespace(workloads: readonly Manifest[], view: NetworkView): string | undefined {
  const namespaces = new Set(workloads.map((manifest) => namespaceOf(manifest, view.environment)));
  const [only] = namespaces;
  return namespaces.size === 1 && only !== '' ? only : view.environment.namespace;
}
