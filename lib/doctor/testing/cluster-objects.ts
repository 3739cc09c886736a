import { asObject, asText } from '../../validation/manifest';
import type { JsonObject } from '../../validation/manifest';

/** The namespace of what the builders make. */
export const NAMESPACE = 'znyw-prod';

/** When what the builders make was made: an hour before `READ_AT`. */
export const CREATED_AT = '2026-11-23T06:00:00Z';

/** What a test says of any object of a cluster. */
export interface ObjectParts {
  readonly name?: string;
  /** @default `znyw-prod`; an empty text for what belongs to no namespace */
  readonly namespace?: string;
  /** The object that controls it, as another builder returned it. @default none */
  readonly owner?: JsonObject;
  /** Further fields of its metadata: `labels`, `deletionTimestamp`. */
  readonly metadata?: JsonObject;
  readonly spec?: JsonObject;
  readonly status?: JsonObject;
  /** Fields beside metadata, spec and status: `data`, `type`. */
  readonly rest?: JsonObject;
}

/** Returns an object as an API server returns it, with a uid that follows from its kind and name. */
export function aClusterObject(apiVersion: string, kind: string, parts: ObjectParts = {}): JsonObject {
  const { name = 'web', namespace = NAMESPACE, owner, metadata, spec, status, rest } = parts;
  return {
    apiVersion,
    kind,
    metadata: {
      name,
      ...(namespace === '' ? {} : { namespace }),
      uid: uidOf(kind, name),
      creationTimestamp: CREATED_AT,
      ...(owner === undefined ? {} : { ownerReferences: [referenceTo(owner)] }),
      ...metadata,
    },
    ...(spec === undefined ? {} : { spec }),
    ...(status === undefined ? {} : { status }),
    ...rest,
  };
}

/**
 * Returns an event about an object, ten minutes before `READ_AT`: a Warning, unless said otherwise.
 *
 * @param parts fields of the event, such as `count`, `type` or `lastTimestamp`
 */
export function anEvent(about: JsonObject, reason: string, message: string, parts: JsonObject = {}): JsonObject {
  const { namespace, name, uid } = asObject(about['metadata']);
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: { name: `${asText(name)}.${reason.toLowerCase()}`, namespace: namespace ?? 'default' },
    involvedObject: { apiVersion: about['apiVersion'], kind: about['kind'], namespace, name, uid },
    type: 'Warning',
    reason,
    message,
    count: 1,
    firstTimestamp: '2026-11-23T06:50:00Z',
    lastTimestamp: '2026-11-23T06:50:00Z',
    ...parts,
  };
}

function referenceTo(owner: JsonObject): JsonObject {
  const { name, uid } = asObject(owner['metadata']);
  return {
    apiVersion: owner['apiVersion'],
    kind: owner['kind'],
    name,
    uid,
    controller: true,
    blockOwnerDeletion: true,
  };
}

function uidOf(kind: string, name: string): string {
  return `uid-${kind.toLowerCase()}-${name}`;
}
