import { asObject, asText, objectId } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import type { Expected } from '../../cluster/expected';
import { podTemplatesAmong } from '../../../validation/pods/pod-templates';
import { podsOfServices } from '../../../validation/reach/service-ports';
import type { Question, Symptom } from '../../judge/finding';
import { tryExpected } from '../reading/expected-object';
import { liveEnvironment, liveSet } from '../reading/live-set';
import { nameOf, namespaceOf, shortId } from '../reading/named';
import { endpointsOf, selectedPodsOf, selectorOf } from '../reading/service-endpoints';
import { isTerminating } from '../reading/pod-state';

/** A Service whose selector fits nobody's labels is accepted, has an address, and answers nobody. */
export const serviceSelectsNothing: Question = {
  id: 'service-selects-nothing',
  severity: 'error',
  summary: {
    en: 'Does a Service select no Pods, whatever workload is there?',
    zh: '是否有 Service 的 selector 选不中任何 Pod？',
  },
  needs: ['services', 'pods', 'deployments', 'statefulsets', 'daemonsets'],
  ask: (cluster, expected) => {
    const selected = podsOfServices(liveSet(cluster), liveEnvironment(cluster)(expected));
    return cluster.ofKind('Service').flatMap((service) => {
      const isOurs =
        asObject(service.json['spec'])['type'] !== 'ExternalName' && Object.keys(selectorOf(service)).length > 0;
      if (!isOurs || isTerminating(service) || selected.has(service)) return [];
      if (selectedPodsOf(cluster, service).length > 0 || endpointsOf(cluster, service).ready > 0) return [];
      return [symptomOf(cluster, expected, service)];
    });
  },
};

function symptomOf(cluster: Cluster, expected: Expected, service: Manifest): Symptom {
  const selector = selectorOf(service);
  const near = nearestWorkload(cluster, expected, service);
  const asked = Object.entries(selector).map(([name, value]) => `${name}=${asText(value)}`);
  const differing = near === undefined ? [] : differences(selector, near.labels);
  const { en, zh } =
    near === undefined
      ? { en: 'no workload has Pods with any of these labels', zh: '没有工作负载的 Pod 带有其中任何标签' }
      : {
          en: `the Pods of ${shortId(near.workload)} have ${differing.map(({ has }) => has).join(', ')} instead of ${differing.map(({ asks }) => asks).join(', ')}`,
          zh: `${shortId(near.workload)} 的 Pod 标签是 ${differing.map(({ has }) => has).join('、')}，而不是 ${differing.map(({ asks }) => asks).join('、')}`,
        };
  // What the Service had when it was published says which of the two was changed.
  const published = tryExpected(service, expected);
  const isChanged =
    published !== undefined && JSON.stringify(sorted(selectorOf(published))) !== JSON.stringify(sorted(selector));
  return {
    object: objectId(service),
    cause: {
      en: `${shortId(service)} selects ${asked.join(', ')}, which no Pod has; ${en}`,
      zh: `${shortId(service)} 的 selector 为 ${asked.join('、')}，没有 Pod 匹配；${zh}`,
    },
    evidence: [
      `${shortId(service)}: spec.selector ${asked.join(', ')}`,
      ...(near === undefined ? [] : [`${shortId(near.workload)}: labels of its Pods ${labelText(near.labels)}`]),
    ],
    remedy: isChanged
      ? {
          en: 'Publish the Service again: its selector was changed by hand.',
          zh: '重新发布该 Service：selector 被手工改过。',
        }
      : {
          en: `Correct spec.selector of the Service${near === undefined ? ', or publish the workload that it is for' : `, or the labels of the Pods of ${nameOf(near.workload)}`}.`,
          zh: `更正 Service 的 spec.selector${near === undefined ? '，或发布它所服务的工作负载' : `，或 ${nameOf(near.workload)} 的 Pod 标签`}。`,
        },
    property: 'spec.selector',
  };
}

interface Near {
  readonly workload: Manifest;
  readonly labels: JsonObject;
}

/** The workload of its own name, or else the one whose Pods have the most of the labels. */
function nearestWorkload(cluster: Cluster, expected: Expected, service: Manifest): Near | undefined {
  const selector = selectorOf(service);
  const templates = podTemplatesAmong(liveSet(cluster), liveEnvironment(cluster)(expected));
  const scored = templates
    .filter(
      ({ workload: { manifest, kind } }) =>
        namespaceOf(manifest) === namespaceOf(service) && kind !== 'Job' && kind !== 'CronJob',
    )
    .map(({ workload: { manifest }, labels }) => {
      const written = asObject(labels.value);
      const same = Object.entries(selector).filter(([name, value]) => written[name] === value).length;
      const keys = Object.keys(selector).filter((name) => written[name] !== undefined).length;
      const isNamesake = nameOf(manifest) === nameOf(service) ? 1 : 0;
      return { workload: manifest, labels: written, score: 4 * isNamesake + 2 * same + keys, id: objectId(manifest) };
    })
    .filter(({ score }) => score > 0);
  return scored.sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))[0];
}

function differences(selector: JsonObject, labels: JsonObject) {
  return Object.entries(selector)
    .filter(([name, value]) => labels[name] !== value)
    .map(([name, value]) => ({
      asks: `${name}=${asText(value)}`,
      has: labels[name] === undefined ? `no ${name}` : `${name}=${asText(labels[name])}`,
    }));
}

function labelText(labels: JsonObject): string {
  return Object.entries(labels)
    .slice(0, 10)
    .map(([name, value]) => `${name}=${asText(value)}`)
    .join(', ');
}

function sorted(labels: JsonObject) {
  return Object.entries(labels).sort(([one], [other]) => (one < other ? -1 : 1));
}
