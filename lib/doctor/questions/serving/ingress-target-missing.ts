import { asText, objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { Field } from '../../../validation/fields/field';
import { tryNearestName } from '../../../validation/names/nearest-name';
import { servicePorts } from '../../../validation/reach/service-ports';
import type { Cluster } from '../../cluster/cluster';
import type { Question, Symptom } from '../../judge/finding';
import { nameOf, namespaceOf, shortId } from '../reading/named';
import { isTerminating } from '../reading/pod-state';

/** An Ingress is accepted whatever it names; browsers get a 503 or a wrong certificate. */
export const ingressTargetMissing: Question = {
  id: 'ingress-target-missing',
  severity: 'error',
  summary: {
    en: 'Does an Ingress name a Service, port or certificate that is not there?',
    zh: '是否有 Ingress 指向不存在的 Service、端口或证书？',
  },
  needs: ['services'],
  ask: (cluster) =>
    cluster
      .ofKind('Ingress')
      .filter((ingress) => !isTerminating(ingress))
      .flatMap((ingress) => {
        const spec = Field.of(ingress).at('spec');
        const backends = [spec.at('defaultBackend.service'), ...spec.all('rules[].http.paths[].backend.service')];
        return [
          ...backends.flatMap((backend) => backendSymptoms(cluster, ingress, backend)),
          ...(cluster.reading.unread.has('secrets') ? [] : secretSymptoms(cluster, ingress, spec)),
        ];
      }),
};

function backendSymptoms(cluster: Cluster, ingress: Manifest, backend: Field): readonly Symptom[] {
  const name = asText(backend.at('name').value);
  if (name === '') return [];
  const service = cluster.tryFind('Service', namespaceOf(ingress), name);
  if (service === undefined) {
    const names = cluster.ofKind('Service').slice(0, 500).map(nameOf);
    return [absent(ingress, backend.at('name').path, 'Service', name, tryNearestName(name, names))];
  }
  const [byName, byNumber] = [backend.at('port.name').text, backend.at('port.number').integer];
  const ports = servicePorts(service);
  if (ports.length === 0 || (byName === undefined && byNumber === undefined)) return [];
  if (ports.some((port) => port.name === byName || port.number === byNumber)) return [];
  const has = ports.map((port) => `${port.name} ${port.number}`.trim()).join(', ');
  const asked = byName ?? String(byNumber);
  return [
    {
      object: objectId(ingress),
      cause: {
        en: `${shortId(ingress)} sends to port ${asked} of Service ${name}, which has ${has}`,
        zh: `${shortId(ingress)} 转发到 Service ${name} 的端口 ${asked}，而它只有 ${has}`,
      },
      evidence: [`${shortId(ingress)}: ${backend.path}.port ${asked}`, `${shortId(service)}: ports ${has}`],
      remedy: { en: 'Correct the port of the Ingress.', zh: '更正 Ingress 的端口。' },
      property: `${backend.path}.port`,
    },
  ];
}

function secretSymptoms(cluster: Cluster, ingress: Manifest, spec: Field): readonly Symptom[] {
  return spec.all('tls[].secretName').flatMap((field) => {
    const name = asText(field.value);
    if (name === '' || cluster.tryFind('Secret', namespaceOf(ingress), name) !== undefined) return [];
    const names = cluster.ofKind('Secret').slice(0, 500).map(nameOf);
    return [absent(ingress, field.path, 'Secret', name, tryNearestName(name, names))];
  });
}

function absent(ingress: Manifest, field: string, kind: string, name: string, nearest: string | undefined): Symptom {
  const [en, zh] = nearest === undefined ? ['', ''] : [`; did you mean ${nearest}?`, `；是否应为 ${nearest}？`];
  return {
    object: objectId(ingress),
    cause: {
      en: `${shortId(ingress)} names the ${kind} ${name}, which is not there${en}`,
      zh: `${shortId(ingress)} 引用的 ${kind} ${name} 不存在${zh}`,
    },
    evidence: [`${shortId(ingress)}: ${field} ${name}`],
    remedy:
      kind === 'Secret'
        ? {
            en: 'Make the Secret of type kubernetes.io/tls, or correct its name.',
            zh: '创建 kubernetes.io/tls 类型的 Secret，或更正名称。',
          }
        : {
            en: 'Publish the Service, or correct the name in the Ingress.',
            zh: '发布该 Service，或更正 Ingress 中的名称。',
          },
    property: field,
  };
}
