import { quoted } from '../fields/expectations';
import { asObject, asText } from '../manifest';
import type { Manifest } from '../manifest';
import { namespaceOf } from '../references/namespaces';
import { podTemplatesAmong } from '../pods/pod-templates';
import type { PodTemplate } from '../pods/pod-templates';
import { apiGroupOf, workloadName } from '../pods/pods';
import type { Problem, Rule, Severity } from '../rule';
import {
  isHeadless,
  podsOfServices,
  selectingServices,
  servicePorts,
  servingPods,
  tryPodPort,
} from '../reach/service-ports';
import type { ServicePort } from '../reach/service-ports';

/** A Service whose selector or port is wrong is accepted, has an address, and answers nobody. */
export const serviceReachesPods: Rule = {
  id: 'service-reaches-pods',
  class: 'policy',
  severity: 'error',
  summary: 'Every Service selects the Pods of a workload, and these declare the port to which it sends.',
  remedy: "Correct the selector or the targetPort of the Service, or the labels or ports of the workload's Pods.",
  check: (manifests, environment) => {
    const templates = podTemplatesAmong(manifests, environment);
    const services = selectingServices(manifests, environment);
    const selected = podsOfServices(manifests, environment);
    const withPods = new Set(templates.map(({ namespace }) => namespace));
    const withOperators = new Set(manifests.filter(isCustom).map((manifest) => namespaceOf(manifest, environment)));
    return services.flatMap(({ item: service, namespace }) => {
      const pods = selected.get(service);
      if (pods !== undefined) return portProblems(service, servingPods(pods));
      // A set without any Pods is a part of one, and an operator makes Pods that nobody sees here.
      const certain = withPods.has(namespace) && !withOperators.has(namespace);
      return [unselective(service, certain ? 'error' : 'warning')];
    });
  },
};

function unselective(service: Manifest, severity: Severity): Problem {
  const selector = Object.entries(asObject(asObject(service.json['spec'])['selector']));
  const labels = selector.map(([key, value]) => `${key}=${asText(value)}`).join(', ');
  const message = `asks for ${labels}, which no workload of its namespace in the set has on its Pods`;
  return { manifest: service, field: 'spec.selector', message, severity };
}

function portProblems(service: Manifest, pods: readonly PodTemplate[]): readonly Problem[] {
  return servicePorts(service).flatMap((port) => pods.flatMap((pod) => problemOf(service, port, pod) ?? []));
}

function problemOf(service: Manifest, port: ServicePort, pod: PodTemplate): Problem | undefined {
  const { target, protocol, field } = port;
  const { kind } = pod.workload;
  const owner = `${kind} ${workloadName(pod.workload)}`;
  const declared = pod.ports.map(({ name, number, protocol: of }) => `${name === '' ? '' : `${name} `}${number}/${of}`);
  const has = `; it declares ${declared.length === 0 ? 'no port' : declared.join(', ')}`;
  if (tryPodPort(pod, port) === undefined) {
    return { manifest: service, field, message: `is ${quoted(String(target))}, no ${protocol} port of ${owner}${has}` };
  }
  // A number works whether or not it is declared, and clients of a headless Service use their own.
  if (typeof target === 'string' || isHeadless(service)) return undefined;
  if (pod.ports.some(({ number, protocol: of }) => number === target && of === protocol)) return undefined;
  const message = `is ${target}, which ${owner} does not declare as a ${protocol} port${has}`;
  return { manifest: service, field, message, severity: 'warning' };
}

/** Tells whether an object is of a kind that Kubernetes does not have: the program behind it may make Pods. */
function isCustom({ json }: Manifest): boolean {
  const group = apiGroupOf(asText(json['apiVersion'])) ?? '';
  return group.includes('.') && !group.endsWith('.k8s.io');
}
