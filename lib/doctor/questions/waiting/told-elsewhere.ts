import type { Cluster } from '../../cluster/cluster';
import { configurationFaults } from './configuration-faults';
import type { UncreatedContainer } from './uncreated-containers';

/** Returns a test of whether what keeps a container from being created is a ConfigMap or Secret, or a key of one. */
export function toldElsewhere(cluster: Cluster): (container: UncreatedContainer) => boolean {
  const workloads = new Set(configurationFaults(cluster).map(({ id }) => id));
  return ({ id, said }) => workloads.has(id) && /(?:configmap|secret)s? "[^"]*" not found|couldn't find key/.test(said);
}
