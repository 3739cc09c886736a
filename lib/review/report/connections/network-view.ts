import type { Manifest } from '../../../validation/manifest';
import { podTemplatesAmong, selectedPods } from '../../../validation/pods/pod-templates';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import { NetworkPolicies } from '../../../validation/reach/network-policies';
import { allowsPods } from '../../../validation/reach/network-reach';
import { ServiceAddresses } from '../../../validation/reach/service-addresses';
import { selectingServices } from '../../../validation/reach/service-ports';
import { namedObjects } from '../../../validation/references/named-objects';
import type { NamedObjects } from '../../../validation/references/named-objects';
import { NamespaceLabels } from '../../../validation/references/namespace-labels';
import type { RuleEnvironment } from '../../../validation/rule';

/** What of a set decides who talks to whom, read once. */
export interface NetworkView {
  readonly manifests: readonly Manifest[];
  readonly environment: RuleEnvironment;
  readonly objects: NamedObjects;
  readonly templates: readonly PodTemplate[];
  readonly policies: NetworkPolicies;
  readonly namespaces: NamespaceLabels;
  readonly services: ServiceAddresses;
  /** The Pods of each Service. */
  readonly servers: ReadonlyMap<Manifest, readonly PodTemplate[]>;
}

/** A port as a connection has it. */
export interface ConnectionPort {
  readonly number: number;
  readonly protocol: string;
}

/** Reads what decides who talks to whom. */
export function networkView(manifests: readonly Manifest[], environment: RuleEnvironment): NetworkView {
  const objects = namedObjects(manifests, environment);
  const templates = podTemplatesAmong(manifests, environment);
  return {
    manifests,
    environment,
    objects,
    templates,
    policies: new NetworkPolicies(manifests, environment),
    namespaces: new NamespaceLabels(manifests),
    services: new ServiceAddresses(manifests, objects),
    servers: selectedPods(templates, selectingServices(manifests, environment)),
  };
}

/** Tells whether the NetworkPolicies of both sides let a client reach a port of a server. */
export function isLetThrough(
  client: PodTemplate,
  server: PodTemplate,
  { number, protocol }: ConnectionPort,
  { policies, namespaces }: NetworkView,
): boolean {
  const names = server.ports
    .filter((declared) => declared.number === number && declared.protocol === protocol)
    .map(({ name }) => name);
  const port = { number, protocol, names };
  const [egress, ingress] = [policies.over(client, 'Egress'), policies.over(server, 'Ingress')];
  return (
    (egress.length === 0 || allowsPods(egress, server, port, namespaces)) &&
    (ingress.length === 0 || allowsPods(ingress, client, port, namespaces))
  );
}
