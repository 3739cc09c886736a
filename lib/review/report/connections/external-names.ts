import { asObject, asText } from '../../../validation/manifest';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import type { GivenAddress } from '../../../validation/reach/given-addresses';
import { portsMeant } from '../../../validation/reach/service-addresses';
import { nameOf } from '../../../validation/references/named-objects';
import { coversPort } from '../../../validation/reach/network-reach';
import type { OutsideConnection } from './outside-connections';
import type { OutsideSystems } from './outside-systems';
import type { NetworkView } from './network-view';

/**
 * Returns whom a workload talks to through Services that lead out of the cluster: an ExternalName, and a Service
 * without a selector, whose addresses somebody else keeps.
 */
export function externalNames(
  template: PodTemplate,
  given: readonly GivenAddress[],
  systems: OutsideSystems,
  { services, policies }: NetworkView,
): readonly OutsideConnection[] {
  const over = policies.over(template, 'Egress');
  return given.flatMap((address): readonly OutsideConnection[] => {
    const service = services.tryResolve(address.host, template.namespace);
    const { type, externalName, selector } = asObject(service?.json['spec']);
    if (service === undefined || (type !== 'ExternalName' && Object.keys(asObject(selector)).length > 0)) return [];
    // Behind the name stand machines, which a policy can only let through by their addresses.
    const isOut = (number: number) =>
      over.length === 0 ||
      over.some(({ rules }) =>
        rules.some(
          ({ ports, peers }) =>
            (peers === undefined || peers.ipBlocks.length > 0) &&
            (ports === undefined || ports.some((port) => coversPort(port, { number, protocol: 'TCP' }))),
        ),
      );
    const ports =
      address.port === undefined ? portsMeant(service, address).map(({ number }) => number) : [address.port];
    const reached = ports.filter(isOut);
    if (reached.length === 0 && (ports.length > 0 || over.length > 0)) return [];
    const host = type === 'ExternalName' ? asText(externalName) : '';
    const name = nameOf(service);
    const system = systems.add({ hosts: [host === '' ? name : host.toLowerCase()], cidrs: [], variable: name });
    const base = { template, system, direction: 'Egress' as const };
    return reached.length === 0 ? [base] : reached.map((port) => ({ ...base, port: `${port}/TCP` }));
  });
}
