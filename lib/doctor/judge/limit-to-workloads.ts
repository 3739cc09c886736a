import { tryWorkload } from '../../validation/pods/pods';
import type { Cluster } from '../cluster/cluster';
import type { Expected } from '../cluster/expected';
import { withVerdict } from './diagnose';
import type { Diagnosis } from './diagnose';
import type { DoctorFinding } from './finding';
import { nameIn, nameOf } from './locate';
import { RelatedObjects } from './related-objects';

/** Returns the names of all workloads, of the cluster and of what should be there, sorted. */
export function workloadNames(cluster: Cluster, expected: Expected): readonly string[] {
  const present = cluster.reading.objects.filter((object) => cluster.topOwner(object) === object);
  const names = [...present, ...expected.manifests].flatMap((object) =>
    tryWorkload(object) === undefined ? [] : nameOf(object),
  );
  return [...new Set(names)].filter((name) => name !== '').sort();
}

/** Returns the name of the workload that a Pod or another of its objects belongs to, or undefined where none does. */
export function tryWorkloadOf(cluster: Cluster, name: string): string | undefined {
  const below = cluster.reading.objects.find((object) => nameOf(object) === name && tryWorkload(object) !== undefined);
  return below === undefined ? undefined : nameOf(cluster.topOwner(below));
}

/** Returns what a diagnosis says of some workloads, with the causes that explain their trouble. */
export function limitToWorkloads(diagnosis: Diagnosis, names: readonly string[], cluster: Cluster): Diagnosis {
  const chosen = new Set(names);
  const related = new RelatedObjects(cluster);
  const isAbout = (id: string) => [...related.of(id)].some((object) => chosen.has(nameIn(object)));
  const concerns = ({ object, explains }: DoctorFinding) => isAbout(object) || explains.some(isAbout);
  return withVerdict({
    ...diagnosis,
    findings: diagnosis.findings.filter(concerns),
    unknown: diagnosis.unknown.filter(({ object }) => object === undefined || isAbout(object)),
  });
}
