import { asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { shortId } from './named';

/** Returns an event as evidence: `event FailedCreate on ReplicaSet/web-5d4f: …`, its message verbatim. */
export function eventEvidence(object: Manifest, event: JsonObject): string {
  return `event ${asText(event['reason'])} on ${shortId(object)}: ${eventMessage(event)}`;
}

/** Returns what an event says; the new events API calls it a note. */
export function eventMessage(event: JsonObject): string {
  return asText(event['message']) || asText(event['note']);
}

/** Returns a condition as evidence: `condition Progressing=False on Deployment/web: ProgressDeadlineExceeded, …`. */
export function conditionEvidence(object: Manifest, condition: JsonObject): string {
  const said = [asText(condition['reason']), asText(condition['message'])].filter((part) => part !== '');
  const state = `${asText(condition['type'])}=${asText(condition['status'])}`;
  return `condition ${state} on ${shortId(object)}: ${said.join(', ')}`;
}

/** The most characters of a message that a sentence takes in; evidence has it whole. */
const MOST_CHARACTERS = 300;

/** Returns a message short enough to be part of a sentence. */
export function shortened(message: string): string {
  return message.length <= MOST_CHARACTERS ? message : `${message.slice(0, MOST_CHARACTERS)}…`;
}
