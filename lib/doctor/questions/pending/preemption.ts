import { asObject, asText, kindOf } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import { eventEvidence, eventMessage } from '../reading/evidence';
import { nameOf, namespaceOf } from '../reading/named';
import { isTerminating } from '../reading/pod-state';
import { podsByNode } from './node-room';
import { listedTexts } from './pending-texts';
import type { UnscheduledPods } from './unscheduled-pods';

/** What priorities have to do with Pods that wait. */
export interface Preemption {
  /** To be put at the end of a sentence; empty where it is nothing. */
  readonly text: Text;
  readonly evidence: readonly string[];
}

const READ = new WeakMap<Cluster, ReadonlyMap<string, Manifest>>();

/** Tells that Pods were ended for others of higher priority, or that others are ending for these. */
export function preemptionOf(cluster: Cluster, { pod }: UnscheduledPods): Preemption {
  const nominated = asText(asObject(pod.json['status'])['nominatedNodeName']);
  if (nominated !== '') {
    const leaving = (podsByNode(cluster).byNode.get(nominated) ?? []).filter(isTerminating).map(nameOf).sort();
    const { en, zh } = listedTexts(leaving);
    const text = {
      en: `; it is to have ${nominated} as soon as Pods of lower priority have ended there${en === '' ? '' : `: ${en}`}`,
      zh: `；待 ${nominated} 上优先级较低的 Pod 结束后由它使用${zh === '' ? '' : `：${zh}`}`,
    };
    return { text, evidence: [`status.nominatedNodeName of Pod/${nameOf(pod)}: ${nominated}`] };
  }
  const event = preempted(cluster).get(setOf(namespaceOf(pod), nameOf(pod)));
  if (event === undefined) return { text: { en: '', zh: '' }, evidence: [] };
  const victim = asText(asObject(event.json['involvedObject'] ?? event.json['regarding'])['name']);
  return {
    text: {
      en: `; its Pod ${victim} was ended for one of higher priority`,
      zh: `；其 Pod ${victim} 因优先级更高的 Pod 而被结束`,
    },
    evidence: [eventEvidence({ json: { kind: 'Pod', metadata: { name: victim } }, file: '' }, event.json)],
  };
}

/** The events about Pods that had to make way, by the set that they belonged to: the Pods themselves are gone. */
function preempted(cluster: Cluster): ReadonlyMap<string, Manifest> {
  const known = READ.get(cluster);
  if (known !== undefined) return known;
  const events = cluster.reading.objects.filter(
    (object) => kindOf(object) === 'Event' && object.json['reason'] === 'Preempted' && eventMessage(object.json) !== '',
  );
  const read = new Map(
    events.map((event) => {
      const { namespace, name } = asObject(event.json['involvedObject'] ?? event.json['regarding']);
      return [setOf(asText(namespace), asText(name)), event];
    }),
  );
  READ.set(cluster, read);
  return read;
}

/** The Pods of a ReplicaSet have its name and five letters; one of a StatefulSet comes back under its own name. */
function setOf(namespace: string, pod: string): string {
  return `${namespace}/${pod.replace(/-[a-z0-9]{5}$/, '')}`;
}
