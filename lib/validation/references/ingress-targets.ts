import { quoted } from '../fields/expectations';
import { Field } from '../fields/field';
import type { Manifest } from '../manifest';
import { listed } from './named-objects';
import type { NamedObjects } from './named-objects';
import { targetProblems } from './object-target';
import type { Problem } from '../rule';
import { servicePorts } from '../reach/service-ports';

/** Returns what an Ingress names that is not there: Services, their ports, and where it is known, Secrets of TLS. */
export function ingressProblems(manifest: Manifest, namespace: string, objects: NamedObjects): readonly Problem[] {
  const spec = Field.of(manifest).at('spec');
  const backends = [spec.at('defaultBackend.service'), ...spec.all('rules[].http.paths[].backend.service')];
  const secrets = objects.knowsOutside(namespace) ? spec.all('tls[].secretName') : [];
  const target = (kind: string, { path, text = '' }: Field) =>
    targetProblems({ manifest, field: path, kind, namespace, name: text }, objects);
  return [
    ...backends.flatMap((service) => {
      const found = objects.tryFind('Service', namespace, service.at('name').text ?? '');
      return found === undefined ? target('Service', service.at('name')) : portProblems(manifest, service, found);
    }),
    ...secrets.flatMap((secret) => target('Secret', secret)),
  ];
}

function portProblems(manifest: Manifest, backend: Field, service: Manifest): readonly Problem[] {
  const [name, number] = [backend.at('port.name'), backend.at('port.number')];
  const ports = servicePorts(service);
  const isThere = ports.some((port) => port.name === name.text || port.number === number.integer);
  const asked = name.text === undefined ? number : name;
  if (isThere || ports.length === 0 || (asked.text ?? asked.integer) === undefined) return [];
  const is = asked.text === undefined ? `is ${asked.integer}` : `is ${quoted(asked.text)}`;
  const has = listed(ports.map((port) => (port.name === '' ? String(port.number) : `${port.name} ${port.number}`)));
  return [{ manifest, field: asked.path, message: `${is}; Service ${backend.at('name').text} has ${has}` }];
}
