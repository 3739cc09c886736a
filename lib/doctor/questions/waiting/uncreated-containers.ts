import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import { eventEvidence, eventMessage } from '../reading/evidence';
import { shortId } from '../reading/named';
import { waitingContainers } from './waiting-containers';
import type { WaitingContainer } from './waiting-containers';

/** A container that the kubelet or the runtime could not create or start. */
export interface UncreatedContainer extends WaitingContainer {
  /** What the runtime says. */
  readonly said: string;
  readonly proofs: readonly string[];
}

const REASONS: ReadonlySet<string> = new Set([
  'CreateContainerConfigError',
  'CreateContainerError',
  'RunContainerError',
  'PostStartHookError',
  'CrashLoopBackOff',
]);
/** How the runtime calls a container that never came to run: containerd, docker. */
const NEVER_RAN: ReadonlySet<string> = new Set(['StartError', 'ContainerCannotRun', 'ContainerStatusUnknown']);
const READ = new WeakMap<Cluster, readonly UncreatedContainer[]>();

/** Returns the containers that were not created or never came to run; one that ran and ended is another matter. */
export function uncreatedContainers(cluster: Cluster): readonly UncreatedContainer[] {
  const known = READ.get(cluster);
  if (known !== undefined) return known;
  const byContainer = new Map<string, UncreatedContainer>();
  for (const waiting of waitingContainers(cluster, REASONS)) {
    const ended = asObject(asObject(waiting.status['lastState'])['terminated']);
    const neverRan = NEVER_RAN.has(asText(ended['reason']));
    if (waiting.reason === 'CrashLoopBackOff' && !neverRan) continue;
    const key = `${waiting.id} ${waiting.path}`;
    if (!byContainer.has(key)) byContainer.set(key, withWords(cluster, waiting, neverRan ? ended : {}));
  }
  const read = [...byContainer.values()];
  READ.set(cluster, read);
  return read;
}

/** Tells whether the kubelet refused a container because of the user it would run as. */
export function isRootRefusal(said: string): boolean {
  return /runAsNonRoot|will run as root/.test(said);
}

/** Returns what a container is started with, as written: its command and arguments. */
export function commandOf({ pod, container }: WaitingContainer): readonly string[] {
  const spec = asObject(pod.json['spec']);
  const own = ['containers', 'initContainers']
    .flatMap((list) => asList(spec[list]).map(asObject))
    .find(({ name }) => name === container);
  return [...asList(own?.['command']), ...asList(own?.['args'])].map(asText);
}

function withWords(cluster: Cluster, waiting: WaitingContainer, ended: JsonObject): UncreatedContainer {
  const { pod, container, reason, message, evidence } = waiting;
  const event = cluster.eventsAbout(pod).find((one) => {
    const path = asText(asObject(one['involvedObject'] ?? one['regarding'])['fieldPath']);
    const isOwn = path === '' || path.endsWith(`{${container}}`);
    return isOwn && one['reason'] === 'Failed' && eventMessage(one).startsWith('Error: ');
  });
  const last = asText(ended['message']);
  const own = reason === 'CrashLoopBackOff' ? '' : message;
  const said = own || last || (event === undefined ? reason : eventMessage(event));
  const state = `lastState of container ${container} of ${shortId(pod)}: ${asText(ended['reason'])}`;
  const proofs = [
    ...(last === '' ? [] : [`${state}: ${last}`]),
    evidence,
    ...(event === undefined ? [] : [eventEvidence(pod, event)]),
  ];
  return { ...waiting, said, proofs };
}
