import { Field } from '../../../validation/fields/field';
import { asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import { coversPort } from '../../../validation/reach/network-reach';
import { servicePorts, servingPods, tryPodPort } from '../../../validation/reach/service-ports';
import type { ServicePort } from '../../../validation/reach/service-ports';
import { namespaceOf } from '../../../validation/references/namespaces';
import { qualifiedKind } from '../../../validation/references/qualified-kind';
import { namesMachines } from './named-blocks';
import type { ConnectionPort, NetworkView } from './network-view';

/** A workload that people reach from outside the cluster. */
export interface EntryConnection {
  readonly server: PodTemplate;
  /** By an Ingress, as browsers do, or by a port of the VMs or of a load balancer. */
  readonly by: 'ingress' | 'port';
  /** As `8080/TCP`: the port of the Pod behind an Ingress, else the one that the client asks. */
  readonly port: string;
  /** The host of an Ingress, empty where it takes any; of a port none. */
  readonly host: string;
}

/** Returns the workloads that are reached from outside, by Ingress, NodePort and load balancer. */
export function entryConnections(view: NetworkView): readonly EntryConnection[] {
  return view.manifests.flatMap((manifest) => {
    const kind = qualifiedKind(manifest);
    if (kind === 'Ingress.networking.k8s.io') return ingressEntries(manifest, view);
    return kind === 'Service' ? serviceEntries(manifest, view) : [];
  });
}

function ingressEntries(ingress: Manifest, view: NetworkView): readonly EntryConnection[] {
  const spec = Field.of(ingress).at('spec');
  const namespace = namespaceOf(ingress, view.environment);
  const backends = [
    { host: '', backend: spec.at('defaultBackend.service') },
    ...spec
      .all('rules[]')
      .flatMap((rule) =>
        rule.all('http.paths[].backend.service').map((backend) => ({ host: rule.at('host').text ?? '', backend })),
      ),
  ];
  return backends.flatMap(({ host, backend }) => {
    const service = view.objects.tryFind('Service', namespace, backend.at('name').text ?? '');
    if (service === undefined) return [];
    const [name, number] = [backend.at('port.name').text, backend.at('port.number').integer];
    const ports = servicePorts(service).filter((port) =>
      name === undefined ? port.number === number : port.name === name,
    );
    return servers(service, ports, view).map(({ server, port, podPort }): EntryConnection => {
      return { server, by: 'ingress', port: `${podPort}/${port.protocol}`, host };
    });
  });
}

function serviceEntries(service: Manifest, view: NetworkView): readonly EntryConnection[] {
  const { type, ports } = asObject(service.json['spec']);
  if (type !== 'NodePort' && type !== 'LoadBalancer') return [];
  const nodePorts = new Map(
    new Field('spec.ports', ports).items.map((port) => [
      `${port.at('port').integer}/${port.at('protocol').text ?? 'TCP'}`,
      port.at('nodePort').integer,
    ]),
  );
  const open = servers(service, servicePorts(service), view).filter(({ server, port: { protocol }, podPort }) =>
    isOpen(server, { number: podPort, protocol }, view),
  );
  return open.map(({ server, port }): EntryConnection => {
    const own = `${port.number}/${port.protocol}`;
    // Which port of the VMs it gets, the cluster decides where the YAML does not.
    const asked = type === 'NodePort' ? (nodePorts.get(own) ?? port.number) : port.number;
    return { server, by: 'port', port: `${asked}/${port.protocol}`, host: '' };
  });
}

/**
 * Tells whether the policies of a workload let in whoever comes: where they name blocks of addresses, those are the
 * systems that come by the port, and drawn as such.
 */
function isOpen(server: PodTemplate, { number, protocol }: ConnectionPort, { policies }: NetworkView): boolean {
  const over = policies.over(server, 'Ingress');
  const names = server.ports.filter((port) => port.number === number).map(({ name }) => name);
  return (
    over.length === 0 ||
    over.some(({ rules }) =>
      rules.some(
        ({ ports, peers }) =>
          (ports === undefined || ports.some((port) => coversPort(port, { number, protocol, names }))) &&
          (peers === undefined || peers.ipBlocks.some(({ cidr }) => !namesMachines(asText(cidr)))),
      ),
    )
  );
}

function servers(service: Manifest, ports: readonly ServicePort[], view: NetworkView) {
  return servingPods(view.servers.get(service) ?? []).flatMap((server) =>
    ports.flatMap((port) => {
      const podPort = tryPodPort(server, port);
      return podPort === undefined ? [] : [{ server, port, podPort }];
    }),
  );
}
