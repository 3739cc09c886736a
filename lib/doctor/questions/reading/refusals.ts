import { asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import { eventMillis } from '../../cluster/cluster';
import type { Cluster } from '../../cluster/cluster';
import { tryConditionOf } from './conditions';
import { conditionEvidence, eventEvidence, eventMessage } from './evidence';
import { controllersLackingPods } from './missing-pods';
import { isTerminating } from './pod-state';
import { refusalKind, withoutPrefixes } from './refusal-kind';
import type { RefusalKind } from './refusal-kind';

/** An object that the API server does not let a controller create, now. */
export interface Refusal {
  readonly kind: RefusalKind;
  /** What the API server said. */
  readonly message: string;
  /** The object whose creation is refused. */
  readonly controller: Manifest;
  /** The highest controller above it. */
  readonly workload: Manifest;
  /** How many objects are missing: Pods, except of a CronJob and of a Deployment without a ReplicaSet. */
  readonly missing: number;
  /** How many of them there are. */
  readonly there: number;
  readonly evidence: string;
}

/** Messages of one attempt stand this close together; what is older is an earlier trouble. */
const ONE_ATTEMPT_MILLIS = 60_000;

/**
 * Returns what is refused at present, each cause once per controller.
 *
 * Events live for an hour and tell of what is over as well: they count only where Pods are missing now and nothing was
 * created since. A condition stays until a creation succeeds, with the words of the first refusal.
 */
export function refusalsOf(cluster: Cluster): readonly Refusal[] {
  return [
    ...controllersLackingPods(cluster).flatMap(({ controller, workload, missing, there }) =>
      messagesOf(cluster, controller).map((said) => ({ ...said, controller, workload, missing, there })),
    ),
    ...cluster.ofKind('Deployment').flatMap(refusedReplicaSet),
    ...cluster.ofKind('Deployment').flatMap((deployment) => refusedUnseen(cluster, deployment)),
    ...cluster.ofKind('CronJob').flatMap((cronJob) => refusedJobs(cluster, cronJob)),
  ];
}

interface Said {
  readonly kind: RefusalKind;
  readonly message: string;
  readonly evidence: string;
}

function messagesOf(cluster: Cluster, controller: Manifest): readonly Said[] {
  const condition = tryConditionOf(controller, 'ReplicaFailure', 'True');
  const events = cluster.eventsAbout(controller);
  const refused = events.filter(({ type, reason }) => reason === 'FailedCreate' && type !== 'Normal');
  const created = events.find(({ reason }) => reason === 'SuccessfulCreate');
  const newest = refused[0] === undefined ? -1 : eventMillis(refused[0]);
  const isOver = condition === undefined && created !== undefined && eventMillis(created) > newest;
  if (refused.length > 0 && !isOver) {
    const last = refused.filter((event) => eventMillis(event) >= newest - ONE_ATTEMPT_MILLIS);
    return distinct(last.map((event) => saidByEvent(controller, event)));
  }
  if (condition === undefined) return [];
  return [said(asText(condition['message']), conditionEvidence(controller, condition))];
}

function refusedReplicaSet(deployment: Manifest): readonly Refusal[] {
  const condition = tryConditionOf(deployment, 'Progressing', 'False');
  if (condition?.['reason'] !== 'ReplicaSetCreateError' || isTerminating(deployment)) return [];
  const told = said(asText(condition['message']), conditionEvidence(deployment, condition));
  return [{ ...told, controller: deployment, workload: deployment, missing: 1, there: 0 }];
}

/** Where ReplicaSets may not be read, their Deployment says the same in a condition of its own. */
function refusedUnseen(cluster: Cluster, deployment: Manifest): readonly Refusal[] {
  const condition = tryConditionOf(deployment, 'ReplicaFailure', 'True');
  if (condition === undefined || isTerminating(deployment) || cluster.ownedBy(deployment).length > 0) return [];
  const wanted = wholeNumber(asObject(deployment.json['spec'])['replicas'], 1);
  const there = wholeNumber(asObject(deployment.json['status'])['replicas'], 0);
  const told = said(asText(condition['message']), conditionEvidence(deployment, condition));
  return [{ ...told, controller: deployment, workload: deployment, missing: Math.max(wanted - there, 1), there }];
}

function refusedJobs(cluster: Cluster, cronJob: Manifest): readonly Refusal[] {
  const event = cluster.eventsAbout(cronJob).find(({ reason }) => reason === 'FailedCreate');
  const [spec, status] = [asObject(cronJob.json['spec']), asObject(cronJob.json['status'])];
  if (event === undefined || spec['suspend'] === true || isTerminating(cronJob)) return [];
  if (Date.parse(asText(status['lastScheduleTime'])) > eventMillis(event)) return [];
  return [{ ...saidByEvent(cronJob, event), controller: cronJob, workload: cronJob, missing: 1, there: 0 }];
}

function saidByEvent(object: Manifest, event: JsonObject): Said {
  return said(eventMessage(event), eventEvidence(object, event));
}

function said(message: string, evidence: string): Said {
  const bare = withoutPrefixes(message);
  return { kind: refusalKind(bare), message: bare, evidence };
}

/** The newest of each kind, and of each quota: two quotas take turns in refusing. */
function distinct(all: readonly Said[]): readonly Said[] {
  const seen = new Map<string, Said>();
  for (const one of all) {
    const key = `${one.kind} ${/quota: ([^,:]+)/.exec(one.message)?.[1] ?? ''}`;
    if (!seen.has(key)) seen.set(key, one);
  }
  // What has no sign is often the consequence of one that has: the Pod whose claim is refused.
  return [...seen.values()];
}
