import { asObject, asText, objectId } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import { eventMillis } from '../../cluster/cluster';
import type { Cluster } from '../../cluster/cluster';
import { eventEvidence } from '../reading/evidence';
import { nameOf, namespaceOf } from '../reading/named';
import { hasEnded, isTerminating, phaseOf } from '../reading/pod-state';
import { claimsOf, podsWithClaim } from '../reading/pods-by-claim';

/** What is wrong with a claim; each is a question of its own. */
export type ClaimTroubleKind = 'lost' | 'terminating' | 'no-class' | 'class-missing' | 'none-fits' | 'failed' | 'slow';

/** A claim that cannot be used, with those who wait for it. */
export interface ClaimTrouble {
  readonly claim: Manifest;
  readonly id: string;
  readonly kind: ClaimTroubleKind;
  /** The name of its class, empty for none, undefined where it leaves the choice to the cluster. */
  readonly storageClass: string | undefined;
  /** The newest event that tells why. @default none */
  readonly event?: JsonObject;
  readonly evidence: readonly string[];
  /** The workloads that mount it, sorted. */
  readonly users: readonly string[];
  /** Whether a Pod waits for it now, and not only a CronJob's next one. */
  readonly isAwaited: boolean;
}

const READ = new WeakMap<Cluster, readonly ClaimTrouble[]>();
/** Events by which a claim tells why it is not bound. */
const TELLING = ['ProvisioningFailed', 'FailedBinding', 'VolumeMismatch', 'ClaimLost', 'ClaimMisbound'];
/** How long a failure to make a volume counts after the claim waits for a Pod again. */
const RECENT_MILLIS = 15 * 60 * 1000;
const WAITS_FOR_POD = ['WaitForFirstConsumer', 'WaitForPodScheduled'];

/** Returns the claims that cannot be used, in the order of their names. */
export function claimsInTrouble(cluster: Cluster, ...kinds: readonly ClaimTroubleKind[]): readonly ClaimTrouble[] {
  const all = READ.get(cluster) ?? readAll(cluster);
  READ.set(cluster, all);
  return kinds.length === 0 ? all : all.filter(({ kind }) => kinds.includes(kind));
}

/** Returns the name of the class that a claim asks for; undefined where it says nothing. */
export function classOf({ json }: Manifest): string | undefined {
  const { storageClassName } = asObject(json['spec']);
  if (typeof storageClassName === 'string') return storageClassName;
  const annotations = asObject(asObject(json['metadata'])['annotations']);
  const old = annotations['volume.beta.kubernetes.io/storage-class'];
  return typeof old === 'string' ? old : undefined;
}

function readAll(cluster: Cluster): readonly ClaimTrouble[] {
  const users = claimUsers(cluster);
  return cluster
    .ofKind('PersistentVolumeClaim')
    .flatMap((claim) => tryTrouble(cluster, claim, [...(users.get(userKey(claim)) ?? [])].sort()) ?? [])
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

function tryTrouble(cluster: Cluster, claim: Manifest, users: readonly string[]): ClaimTrouble | undefined {
  const event = tryTellingEvent(cluster.eventsAbout(claim));
  const kind = tryKind(cluster, claim, event);
  if (kind === undefined) return undefined;
  const isTelling = event !== undefined && TELLING.includes(asText(event['reason']));
  const any = isTelling ? event : cluster.eventsAbout(claim)[0];
  const evidence = [
    ...(any === undefined ? [] : [eventEvidence(claim, any)]),
    `status.phase of PersistentVolumeClaim/${nameOf(claim)}: ${phaseOf(claim)}`,
  ];
  const pods = podsWithClaim(cluster, namespaceOf(claim), nameOf(claim));
  const isAwaited = pods.some((pod) => phaseOf(pod) !== 'Running');
  const shown = isTelling ? { event } : {};
  return { claim, id: objectId(claim), kind, storageClass: classOf(claim), ...shown, evidence, users, isAwaited };
}

/** Returns the newest event that tells something; one that waits for a Pod comes again after each failure. */
function tryTellingEvent(events: readonly JsonObject[]): JsonObject | undefined {
  const told = events.filter(({ reason }) => [...TELLING, ...WAITS_FOR_POD].includes(asText(reason)));
  const [newest] = told;
  if (newest === undefined || !WAITS_FOR_POD.includes(asText(newest['reason']))) return newest;
  const failed = told.find(({ reason }) => reason === 'ProvisioningFailed');
  return failed !== undefined && eventMillis(newest) - eventMillis(failed) < RECENT_MILLIS ? failed : newest;
}

function tryKind(cluster: Cluster, claim: Manifest, event: JsonObject | undefined): ClaimTroubleKind | undefined {
  const phase = phaseOf(claim);
  if (phase === 'Lost') return 'lost';
  if (isTerminating(claim)) return 'terminating';
  if (phase !== 'Pending') return undefined;
  const [reason, message] = [asText(event?.['reason']), asText(event?.['message'])];
  if (WAITS_FOR_POD.includes(reason)) return undefined;
  const storageClass = classOf(claim);
  if (storageClass === undefined) return 'no-class';
  if (storageClass === '' || asText(asObject(claim.json['spec'])['volumeName']) !== '') return 'none-fits';
  const found = classNamed(cluster, storageClass);
  if (found === undefined) {
    const isMissing = /storageclass\S* "[^"]*" not found/.test(message) || knowsClasses(cluster);
    if (isMissing) return volumesOf(cluster, storageClass).length > 0 ? 'none-fits' : 'class-missing';
  }
  if (found !== undefined && asText(found.json['provisioner']) === 'kubernetes.io/no-provisioner') {
    // A class that waits for a Pod says so in an event only once; without a Pod nothing is wrong.
    return found.json['volumeBindingMode'] === 'WaitForFirstConsumer' ? undefined : 'none-fits';
  }
  if (reason === 'ProvisioningFailed') return 'failed';
  if (found?.json['volumeBindingMode'] === 'WaitForFirstConsumer' && reason === '') return undefined;
  return 'slow';
}

/** Tells whether it is known which classes there are. */
export function knowsClasses(cluster: Cluster): boolean {
  return !cluster.reading.unread.has('storageclasses');
}

/** Returns the volumes of a class. */
export function volumesOf(cluster: Cluster, storageClass: string): readonly Manifest[] {
  return cluster
    .ofKind('PersistentVolume')
    .filter(({ json }) => asText(asObject(json['spec'])['storageClassName']) === storageClass);
}

function classNamed(cluster: Cluster, name: string): Manifest | undefined {
  return cluster.tryFind('StorageClass', '', name);
}

function claimUsers(cluster: Cluster): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  const add = (namespace: string, claims: readonly string[], user: string) => {
    for (const claim of claims) {
      const key = `${namespace}/${claim}`;
      users.set(key, (users.get(key) ?? new Set()).add(user));
    }
  };
  for (const pod of cluster.ofKind('Pod')) {
    if (!hasEnded(pod)) add(namespaceOf(pod), claimsOf(pod.json), objectId(cluster.topOwner(pod)));
  }
  for (const kind of ['Deployment', 'StatefulSet', 'DaemonSet', 'CronJob']) {
    for (const manifest of cluster.ofKind(kind)) {
      const podSpec = tryWorkload(manifest)?.podSpec ?? {};
      add(namespaceOf(manifest), claimsOf({ spec: podSpec }), objectId(manifest));
    }
  }
  return users;
}

function userKey(claim: Manifest): string {
  return `${namespaceOf(claim)}/${nameOf(claim)}`;
}
