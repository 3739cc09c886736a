import type { JsonObject } from '../../validation/manifest';
import { NOTHING_EXPECTED } from '../cluster/expected';
import type { Question } from '../judge/finding';
import { aCluster } from './a-cluster';
import { anEvent } from './cluster-objects';
import { aDeployment, aReplicaSet } from './cluster-workloads';

/**
 * Returns a Deployment `znyw-prod/web`, its ReplicaSet, and the event by which the API server refuses its one Pod, in
 * this order.
 *
 * @param message what the API server says
 */
export function aRefusedDeployment(message: string): readonly [JsonObject, JsonObject, JsonObject] {
  const deployment = aDeployment();
  const replicaSet = aReplicaSet(deployment);
  return [deployment, replicaSet, anEvent(replicaSet, 'FailedCreate', `Error creating: ${message}`)];
}

/** Returns what a question says of such a Deployment: the causes, each with the property to change. */
export function answersToRefusal({ ask }: Question, message: string) {
  const symptoms = ask(aCluster(aRefusedDeployment(message)), NOTHING_EXPECTED);
  return symptoms.map(({ cause, property }) => ({ cause: cause.en, property }));
}
