import { addToList } from '../../../validation/add-to-list';
import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import type { Cluster } from '../../cluster/cluster';
import { eventEvidence, eventMessage } from '../reading/evidence';
import { namespaceOf } from '../reading/named';
import { pullFault, registryOf } from './pull-fault';
import type { PullFault } from './pull-fault';
import { waitingContainers } from './waiting-containers';
import type { WaitingContainer } from './waiting-containers';

/** A pull Secret of a Pod that does not help, as far as it is known. */
export type SecretFault = 'none-named' | 'missing' | 'wrong-type';

/** An image that a workload waits for. */
export interface PullFailure extends WaitingContainer {
  readonly fault: PullFault;
  /** What the runtime says, or the kubelet where nothing else is known. */
  readonly said: string;
  readonly host: string;
  /** The names of the pull Secrets of the Pod. */
  readonly secrets: readonly string[];
  readonly secretFault?: { readonly fault: SecretFault; readonly name: string; readonly type: string };
  readonly proofs: readonly string[];
}

const REASONS: ReadonlySet<string> = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'InvalidImageName',
  'ErrImageNeverPull',
  'ImageInspectError',
  'RegistryUnavailable',
  'SignatureValidationFailed',
]);
const SECRET_TYPES: ReadonlySet<string> = new Set(['kubernetes.io/dockerconfigjson', 'kubernetes.io/dockercfg']);
const NOT_RETRIEVED = 'FailedToRetrieveImagePullSecret';
const READ = new WeakMap<Cluster, readonly PullFailure[]>();

/** Returns the images that workloads wait for, for these reasons. */
export function pullFailures(cluster: Cluster, ...faults: readonly PullFault[]): readonly PullFailure[] {
  const all = READ.get(cluster) ?? readAll(cluster);
  READ.set(cluster, all);
  return all.filter(({ fault }) => faults.includes(fault));
}

/** Returns the failures that a pull Secret explains: those of which the registry wants to know who asks. */
export function secretFailures(cluster: Cluster, fault: SecretFault): readonly PullFailure[] {
  return pullFailures(cluster, 'refused', 'unknown').filter((failure) => secretFaultOf(failure) === fault);
}

/** Returns what a pull Secret has to do with a failure, or undefined where nothing is wrong with it. */
export function secretFaultOf({ fault, host, secretFault }: PullFailure): SecretFault | undefined {
  // Images of Docker's own registry need none, and of a refusal without words nobody knows whether one would help.
  if (secretFault?.fault === 'none-named' && (fault !== 'refused' || host === 'docker.io')) return undefined;
  return secretFault?.fault;
}

/** Of several Pods of a workload one may say more than the others. */
function readAll(cluster: Cluster): readonly PullFailure[] {
  const byContainer = new Map<string, PullFailure>();
  for (const waiting of waitingContainers(cluster, REASONS)) {
    const key = `${waiting.id} ${waiting.path}`;
    const known = byContainer.get(key);
    if (known !== undefined && known.fault !== 'unknown') continue;
    const failure = asFailure(cluster, waiting);
    if (known === undefined || failure.fault !== 'unknown') byContainer.set(key, failure);
  }
  return [...byContainer.values()];
}

function asFailure(cluster: Cluster, waiting: WaitingContainer): PullFailure {
  const { pod, image, reason, message, evidence } = waiting;
  const events = cluster.eventsAbout(pod).filter((event) => isAbout(event, waiting));
  const failed = events.find((event) => pullFault(eventMessage(event)) !== 'unknown');
  const own = pullFault(`${reason}: ${message}`);
  const fault = own === 'unknown' && failed !== undefined ? pullFault(eventMessage(failed)) : own;
  const said = own === 'unknown' && failed !== undefined ? eventMessage(failed) : message;
  const secrets = asList(asObject(pod.json['spec'])['imagePullSecrets'])
    .map((secret) => asText(asObject(secret)['name']))
    .filter((name) => name !== '');
  const secretFault = trySecretFault(cluster, waiting, secrets);
  const unread = cluster.eventsAbout(pod).find((event) => event['reason'] === NOT_RETRIEVED);
  const proofs = [
    ...(failed === undefined ? [] : [eventEvidence(pod, failed)]),
    ...(unread === undefined ? [] : [eventEvidence(pod, unread)]),
    evidence,
  ];
  const base = { ...waiting, fault, said: said || reason, host: registryOf(image), secrets, proofs };
  return secretFault === undefined ? base : { ...base, secretFault };
}

/** Whether an event is about this image: the Pod may have several, and may have had another one. */
function isAbout(event: JsonObject, { container, image }: WaitingContainer): boolean {
  if (!['Failed', 'InspectFailed', 'ErrImageNeverPull'].includes(asText(event['reason']))) return false;
  const path = asText(asObject(event['involvedObject'] ?? event['regarding'])['fieldPath']);
  if (path !== '' && !path.endsWith(`{${container}}`)) return false;
  return eventMessage(event).includes(image);
}

function trySecretFault(cluster: Cluster, { pod }: WaitingContainer, secrets: readonly string[]) {
  const [first] = secrets;
  if (first === undefined) return { fault: 'none-named' as const, name: '', type: '' };
  const notRetrieved = cluster.eventsAbout(pod).find(({ reason }) => reason === NOT_RETRIEVED);
  const told = /\(([^)]*)\)/.exec(asText(notRetrieved?.['message']))?.[1]?.split(', ') ?? [];
  const areKnown = !cluster.reading.unread.has('secrets');
  for (const name of secrets) {
    const secret = cluster.tryFind('Secret', namespaceOf(pod), name);
    if (secret === undefined && (areKnown || told.includes(name))) return { fault: 'missing' as const, name, type: '' };
    const type = asText(secret?.json['type']);
    if (type !== '' && !SECRET_TYPES.has(type)) return { fault: 'wrong-type' as const, name, type };
  }
  return undefined;
}

/** Returns failures by what they have in common, in the order found. */
export function groupedFailures(
  failures: readonly PullFailure[],
  keyOf: (failure: PullFailure) => string,
): readonly (readonly [PullFailure, ...PullFailure[]])[] {
  const groups = new Map<string, [PullFailure, ...PullFailure[]]>();
  for (const failure of failures) {
    const key = keyOf(failure);
    addToList(groups, key, failure);
  }
  return [...groups.values()];
}

/** Returns the workloads of failures, each once. */
export function workloadsOf(failures: readonly PullFailure[]): readonly string[] {
  return [...new Set(failures.map(({ id }) => id))];
}
