import { Field } from '../fields/field';
import { asList, asObject, asText } from '../manifest';
import type { Json, Manifest } from '../manifest';
import { requirementsOfTemplates } from './known-requirements';
import { namespaceOf } from '../references/namespaces';
import { oncePer, oncePerSet } from '../once-per';
import { podTemplatesAmong, selectedPods } from '../pods/pod-templates';
import type { PodSelecting, PodTemplate } from '../pods/pod-templates';
import { qualifiedKind } from '../references/qualified-kind';

/** A port of a Service. */
export interface ServicePort {
  /** Empty where it has none. */
  readonly name: string;
  readonly number: number;
  readonly protocol: string;
  /** The port of the Pods, by number or by name. */
  readonly target: number | string;
  /** Where the target stands, or would stand: `spec.ports[http].targetPort`. */
  readonly field: string;
}

/** Returns the Services among the objects that select Pods, as an ExternalName and one without a selector do not. */
export const selectingServices = oncePerSet((manifests, environment): readonly PodSelecting<Manifest>[] =>
  manifests.flatMap((manifest) => {
    if (qualifiedKind(manifest) !== 'Service') return [];
    const { type, selector } = asObject(manifest.json['spec']);
    if (type === 'ExternalName' || Object.keys(asObject(selector)).length === 0) return [];
    const wanted = new Field('spec.selector', { matchLabels: selector });
    const namespace = namespaceOf(manifest, environment);
    return [{ namespace, selector: requirementsOfTemplates(wanted), item: manifest }];
  }),
);

/** Returns the Pods of each Service that selects some. */
export const podsOfServices = oncePerSet((manifests, environment) =>
  selectedPods(podTemplatesAmong(manifests, environment), selectingServices(manifests, environment)),
);

/** Tells whether a Service has no address of its own: its name leads to the Pods themselves, on their own ports. */
export function isHeadless({ json }: Manifest): boolean {
  return asObject(json['spec'])['clusterIP'] === 'None';
}

/** Returns the ports of a Service, those that are no port left out. */
export const servicePorts = oncePer(({ json }: Manifest): readonly ServicePort[] => {
  const ports: ServicePort[] = [];
  for (const [index, item] of asList(asObject(json['spec'])['ports']).entries()) {
    const { name: written, port, protocol, targetPort } = asObject(item);
    if (typeof port !== 'number') continue;
    const name = asText(written);
    const field = `spec.ports[${name === '' ? index : name}].targetPort`;
    ports.push({ name, number: port, protocol: asText(protocol) || 'TCP', target: targetOf(targetPort, port), field });
  }
  return ports;
});

/**
 * Returns the port of a Pod to which a Service sends, or undefined where the Pod has no port of that name.
 *
 * @see kubernetes/kubernetes v1.27 pkg/api/v1/pod/util.go, FindPort
 */
export function tryPodPort({ ports }: PodTemplate, { target, protocol }: ServicePort): number | undefined {
  if (typeof target === 'number') return target;
  return ports.find((declared) => declared.name === target && declared.protocol === protocol)?.number;
}

/**
 * Returns those of the Pods of a Service that serve: where others are there, the Pods of Jobs are not meant, which
 * merely carry the labels of their application.
 */
export function servingPods(pods: readonly PodTemplate[]): readonly PodTemplate[] {
  const lasting = pods.filter(({ workload }) => workload.kind !== 'Job' && workload.kind !== 'CronJob');
  return lasting.length === 0 ? pods : lasting;
}

function targetOf(targetPort: Json | undefined, port: number): number | string {
  // 0 and an empty text are what is sent where none is meant.
  return (typeof targetPort === 'number' || typeof targetPort === 'string') && targetPort ? targetPort : port;
}
