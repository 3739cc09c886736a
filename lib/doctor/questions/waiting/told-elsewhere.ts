import type { Cluster } from '../../cluster/cluster';
import { configurationFaults } from './configuration-faults';
import type { UncreatedContainer } from './uncreated-containers';

/** Tells whether what keeps a container from being created is a ConfigMap or Secret, which has questions of its own. */
export function isTold(cluster: Cluster, { id, said }: UncreatedContainer): boolean {
  return configurationFaults(cluster).some(
    (fault) => fault.id === id && said.includes(fault.name) && /not found|couldn't find key/.test(said),
  );
}
