import { addressText, callProblems } from '../reach/connection-problems';
import type { Call } from '../reach/connection-problems';
import { dnsProblems } from '../reach/dns-problems';
import { GivenAddresses } from '../reach/given-addresses';
import type { GivenAddress } from '../reach/given-addresses';
import { asList, asObject } from '../manifest';
import { namedObjects } from '../references/named-objects';
import type { NamedObjects } from '../references/named-objects';
import { NamespaceLabels } from '../references/namespace-labels';
import { NetworkPolicies } from '../reach/network-policies';
import { targetProblems } from '../references/object-target';
import { podTemplatesAmong } from '../pods/pod-templates';
import type { PodTemplate } from '../pods/pod-templates';
import type { Problem, Rule } from '../rule';
import { ServiceAddresses } from '../reach/service-addresses';
import { podsOfServices } from '../reach/service-ports';

/**
 * What is not allowed on both sides, by the client's egress and by the server's ingress, times out without a word in
 * any event; and without DNS, nothing is reached by its name.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
 */
export const connectionAllowed: Rule = {
  id: 'connection-allowed',
  class: 'policy',
  severity: 'error',
  summary: 'Every in-cluster address that a workload is given is let through by the NetworkPolicies of both sides.',
  remedy: 'Allow the connection in the NetworkPolicies of both sides, or correct the address.',
  check: (manifests, environment) => {
    const objects = namedObjects(manifests, environment);
    const services = new ServiceAddresses(manifests, objects);
    const templates = podTemplatesAmong(manifests, environment);
    const addresses = new GivenAddresses(objects, (host) => services.mayBeMeant(host));
    const network = {
      policies: new NetworkPolicies(manifests, environment),
      namespaces: new NamespaceLabels(manifests),
      servers: podsOfServices(manifests, environment),
    };
    return templates.flatMap((client) => {
      const given = addresses.of(client);
      // What belongs to the project is known where it is known what is made outside; else a set may be a part of it.
      const strangers = objects.knowsOutside(client.namespace) ? given.filter((one) => isServiceName(one, client)) : [];
      const calls = given.flatMap((address) => {
        const service = services.tryResolve(address.host, client.namespace);
        return service === undefined ? [] : [{ client, address, service }];
      });
      const asked =
        calls.find(({ address }) => address.certain || address.port !== undefined)?.address ??
        given.find(isOutsideName);
      return [
        ...strangers.flatMap((address) => strangerProblems(client, address, objects)),
        ...firstOfEach(calls).flatMap((call) => callProblems(call, network)),
        ...(asked === undefined ? [] : dnsProblems(client, asked, network, calls.length > 0)),
      ];
    });
  },
};

/** Tells whether an address can only mean a Service of the client's own namespace, as a name without a dot does. */
function isServiceName({ host, port, scheme, certain }: GivenAddress, { workload }: PodTemplate): boolean {
  // Without a port, a name may be that of a cluster of HDFS, of a bucket, of a virtual host.
  const isServer = port !== undefined || scheme === 'http' || scheme === 'https';
  if (!certain || !isServer || host.includes('.') || !/[a-z]/.test(host) || host === 'localhost') return false;
  const aliases = asList(workload.podSpec['hostAliases']).flatMap((alias) => asList(asObject(alias)['hostnames']));
  return !aliases.includes(host);
}

function strangerProblems(client: PodTemplate, address: GivenAddress, objects: NamedObjects): readonly Problem[] {
  const { namespace, workload } = client;
  const target = { manifest: workload.manifest, field: address.field, kind: 'Service', namespace, name: address.host };
  return targetProblems(target, objects).map((problem) => ({
    ...problem,
    message: `is given ${addressText(address)}; a Service of this name is ${objects.absence(namespace)}`,
    remedy: 'Correct the address, add the Service to the set, or declare it in the environment as made outside.',
  }));
}

/** Leaves out what says the same address again, and less clearly: one place is enough to find the others. */
function firstOfEach(calls: readonly Call[]): readonly Call[] {
  const byAddress = new Map<string, Call>();
  const clear = new Set(calls.filter(isClear).map(({ address }) => address.host));
  for (const call of calls) {
    const { host, port, scheme = '', certain } = call.address;
    if (!isClear(call) && clear.has(host)) continue;
    const key = `${host} ${port ?? scheme}`;
    const other = byAddress.get(key);
    if (other === undefined || (certain && !other.address.certain)) byAddress.set(key, call);
  }
  return [...byAddress.values()];
}

/** Tells whether an address is more than a word in a line that sets a host. */
function isClear({ address }: Call): boolean {
  return address.certain || address.port !== undefined;
}

/** Tells whether an address is a name that only DNS can tell, and no IP address or name of the Pod itself. */
function isOutsideName({ host, certain }: GivenAddress): boolean {
  return certain && host.includes('.') && /[a-z]$/.test(host);
}
