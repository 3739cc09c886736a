import { asList, asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { oncePer } from '../../../validation/once-per';
import { podTemplatesAmong } from '../../../validation/pods/pod-templates';
import { GivenAddresses } from '../../../validation/reach/given-addresses';
import { ServiceAddresses } from '../../../validation/reach/service-addresses';
import { namedObjects } from '../../../validation/references/named-objects';
import type { Cluster } from '../../cluster/cluster';
import { NOTHING_EXPECTED } from '../../cluster/expected';
import { liveEnvironment, liveSet } from '../reading/live-set';
import { namespaceOf } from '../reading/named';
import { endpointsOf } from '../reading/service-endpoints';
import type { ExplainedContainer } from './explained-containers';
import type { UnreachableServer } from './unreachable-server';

/** Returns the Service that a container could not reach, where the log names it by name or address, or undefined. */
export function tryNamedService(
  cluster: Cluster,
  { pod }: ExplainedContainer,
  { host }: UnreachableServer,
): Manifest | undefined {
  if (host === undefined) return undefined;
  return network(cluster).services.tryResolve(host, namespaceOf(pod)) ?? network(cluster).byAddress.get(host);
}

/** Returns the Services without ready Pods whose addresses a workload is given: what it waits for, most likely. */
export function suspects(cluster: Cluster, { workload }: ExplainedContainer): readonly Manifest[] {
  const { templates, addresses, services } = network(cluster);
  const template = templates.get(workload);
  if (template === undefined) return [];
  const given = addresses.of(template).flatMap(({ host }) => services.tryResolve(host, template.namespace) ?? []);
  return [...new Set(given)].filter((service) => isDown(cluster, service));
}

/** Tells whether a Service has nobody who answers. One without a selector may lead anywhere. */
export function isDown(cluster: Cluster, service: Manifest): boolean {
  const { selector, type } = asObject(service.json['spec']);
  if (type === 'ExternalName' || Object.keys(asObject(selector)).length === 0) return false;
  return endpointsOf(cluster, service).ready === 0;
}

const network = oncePer((cluster: Cluster) => {
  const [objects, environment] = [liveSet(cluster), liveEnvironment(cluster)(NOTHING_EXPECTED)];
  const named = namedObjects(objects, environment);
  const services = new ServiceAddresses(objects, named);
  const byAddress = new Map<string, Manifest>();
  for (const service of cluster.ofKind('Service')) {
    const { clusterIP, clusterIPs } = asObject(service.json['spec']);
    for (const address of [clusterIP, ...asList(clusterIPs)].map(asText)) {
      if (address !== '' && address !== 'None') byAddress.set(address, service);
    }
  }
  const templates = new Map(podTemplatesAmong(objects, environment).map((one) => [one.workload.manifest, one]));
  return { services, byAddress, templates, addresses: new GivenAddresses(named, (host) => services.mayBeMeant(host)) };
});
