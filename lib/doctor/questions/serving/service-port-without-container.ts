import { objectId } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { PodTemplate } from '../../../validation/pods/pod-templates';
import {
  isHeadless,
  podsOfServices,
  servicePorts,
  servingPods,
  tryPodPort,
} from '../../../validation/reach/service-ports';
import type { ServicePort } from '../../../validation/reach/service-ports';
import type { Question } from '../../judge/finding';
import { liveEnvironment, liveSet } from '../reading/live-set';
import { shortId } from '../reading/named';
import { isTerminating } from '../reading/pod-state';

/** A Service that sends to a port which no container has leads to a refused connection, with every Pod ready. */
export const servicePortWithoutContainer: Question = {
  id: 'service-port-without-container',
  severity: 'error',
  summary: {
    en: 'Does a Service send to a port that no container has?',
    zh: '是否有 Service 的 targetPort 在容器中不存在？',
  },
  needs: ['services'],
  ask: (cluster, expected) => {
    const selected = podsOfServices(liveSet(cluster), liveEnvironment(cluster)(expected));
    return [...selected].flatMap(([service, pods]) => {
      if (isTerminating(service)) return [];
      return servicePorts(service).flatMap((port) => {
        const wrong = servingPods(pods).find((pod) => isWrong(service, port, pod));
        return wrong === undefined ? [] : [symptomOf(service, port, wrong)];
      });
    });
  },
};

function isWrong(service: Manifest, port: ServicePort, pod: PodTemplate): boolean {
  if (tryPodPort(pod, port) === undefined) return true;
  if (typeof port.target === 'string' || isHeadless(service) || pod.ports.length === 0) return false;
  const isDeclared = pod.ports.some(({ number, protocol }) => number === port.target && protocol === port.protocol);
  // A container may listen on what it does not declare: whoever probes it says that it does.
  return !isDeclared && !probedPorts(pod).has(port.target);
}

function probedPorts({ workload }: PodTemplate): ReadonlySet<number> {
  const written = workload.containers.flatMap(({ json }) =>
    ['startupProbe', 'readinessProbe', 'livenessProbe'].map((probe) => JSON.stringify(json[probe] ?? '')),
  );
  return new Set(written.flatMap((text) => [...text.matchAll(/"port":"?(\d{1,5})/g)].map(([, port]) => Number(port))));
}

function symptomOf(service: Manifest, port: ServicePort, pod: PodTemplate) {
  const { manifest } = pod.workload;
  const declared = pod.ports.map(({ name, number }) => `${name} ${number}`.trim()).join(', ');
  const number = port.name === '' ? String(port.number) : `${port.name} (${port.number})`;
  return {
    object: objectId(service),
    cause: {
      en: `port ${number} of ${shortId(service)} sends to ${port.target}, and the containers of ${shortId(manifest)} declare ${declared || 'no port'}`,
      zh: `${shortId(service)} 的端口 ${number} 转发到 ${port.target}，而 ${shortId(manifest)} 的容器声明的是 ${declared || '无端口'}`,
    },
    evidence: [
      `${shortId(service)}: ${port.field} ${port.target}`,
      `${shortId(manifest)}: containerPort ${declared || 'none'}`,
    ],
    remedy: {
      en: 'Correct targetPort of the Service, or name the port of the container so.',
      zh: '更正 Service 的 targetPort，或在容器中声明该端口。',
    },
    property: port.field,
  };
}
