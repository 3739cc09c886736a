import { asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { Field } from '../../../validation/fields/field';
import { servicePorts, servingPods } from '../../../validation/reach/service-ports';
import { nameOf } from '../../../validation/references/named-objects';
import { namespaceOf } from '../../../validation/references/namespaces';
import { qualifiedKind } from '../../../validation/references/qualified-kind';
import type { NetworkView } from '../connections/network-view';
import { compareTexts } from '../connections/connections';

/**
 * Returns how others reach each workload: `anomaly-mongo:27017/TCP` by a Service, with the NodePort where that is
 * written, and `https://host/path` by an Ingress.
 */
export function endpointsByWorkload(view: NetworkView): ReadonlyMap<Manifest, readonly string[]> {
  const found = new Map<Manifest, Set<string>>();
  const add = (service: Manifest, texts: readonly string[]) => {
    for (const { workload } of servingPods(view.servers.get(service) ?? [])) {
      const known = found.get(workload.manifest) ?? new Set<string>();
      found.set(workload.manifest, known);
      for (const text of texts) known.add(text);
    }
  };
  for (const manifest of view.manifests) {
    const kind = qualifiedKind(manifest);
    if (kind === 'Service') add(manifest, serviceEndpoints(manifest));
    if (kind !== 'Ingress.networking.k8s.io') continue;
    const namespace = namespaceOf(manifest, view.environment);
    for (const { service, text } of ingressEndpoints(manifest)) {
      const target = view.objects.tryFind('Service', namespace, service);
      if (target !== undefined) add(target, [text]);
    }
  }
  return new Map([...found].map(([manifest, texts]) => [manifest, [...texts].sort(compareTexts)]));
}

function serviceEndpoints(service: Manifest): readonly string[] {
  const { type, ports } = asObject(service.json['spec']);
  const written = new Map(
    new Field('spec.ports', ports).items.map((port) => [port.at('port').integer, port.at('nodePort').integer]),
  );
  return servicePorts(service).map(({ number, protocol }) => {
    const nodePort = type === 'NodePort' || type === 'LoadBalancer' ? written.get(number) : undefined;
    const kind =
      type === 'NodePort' || type === 'LoadBalancer'
        ? ` (${asText(type)}${nodePort === undefined ? '' : ` ${nodePort}`})`
        : '';
    return `${nameOf(service)}:${number}/${protocol}${kind}`;
  });
}

function ingressEndpoints(ingress: Manifest): readonly { readonly service: string; readonly text: string }[] {
  const spec = Field.of(ingress).at('spec');
  const encrypted = new Set(spec.all('tls[].hosts[]').flatMap(({ text }) => text ?? []));
  const paths = spec.all('rules[]').flatMap((rule) => {
    const host = rule.at('host').text ?? '*';
    return rule.all('http.paths[]').map((path) => ({
      service: path.at('backend.service.name').text ?? '',
      text: `${encrypted.has(host) ? 'https' : 'http'}://${host}${path.at('path').text ?? '/'}`,
    }));
  });
  const rest = spec.at('defaultBackend.service.name').text;
  return rest === undefined ? paths : [...paths, { service: rest, text: 'http://*/' }];
}
