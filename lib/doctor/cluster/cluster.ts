import { addToList } from '../../validation/add-to-list';
import { asList, asObject, asText, kindOf, objectId } from '../../validation/manifest';
import type { JsonObject, Manifest } from '../../validation/manifest';
import type { Unanswered } from '../judge/finding';

/**
 * What was read of a cluster, before anybody asks a question. Nothing about its content is certain.
 *
 * Secrets have name, type and, under `data`, their keys with empty values: the values are never read.
 */
export interface ClusterReading {
  readonly objects: readonly Manifest[];
  /** The last lines of containers, by `namespace/pod/container`: of the run that crashed where there was one. */
  readonly logs: ReadonlyMap<string, string>;
  /** What could not be read, by kind as kubectl's plural (`resourcequotas`), with the reason. */
  readonly unread: ReadonlyMap<string, string>;
  /** What else could not be established. */
  readonly unanswered: readonly Unanswered[];
  /** When it was read, in milliseconds since 1970: of a saved cluster, the newest time in it. No clock is asked later. */
  readonly readAtMillis: number;
  /** The namespace that was read. @default not known */
  readonly namespace?: string;
  /**
   * Pods of other namespaces, for the room on nodes: they have namespace, name, `spec.nodeName`, the resources of their
   * containers, and `status.phase`, and nothing else. No question about Pods of the namespace sees them.
   * @default not known, as for a token that may read one namespace
   */
  readonly podsElsewhere?: readonly Manifest[];
}

/** A cluster as the questions see it: what was read, found by kind, by name, by owner and by what an event is about. */
export class Cluster {
  private readonly byKind = new Map<string, Manifest[]>();
  private readonly byId = new Map<string, Manifest>();
  private readonly byOwnerUid = new Map<string, Manifest[]>();
  private readonly eventsById = new Map<string, JsonObject[]>();

  constructor(readonly reading: ClusterReading) {
    for (const object of reading.objects) {
      if (kindOf(object) === 'Event') this.addEvent(object.json);
      else this.add(object);
    }
    for (const events of this.eventsById.values()) events.sort((one, other) => eventMillis(other) - eventMillis(one));
  }

  /** Returns the objects of a kind, in the order read. */
  ofKind(kind: string): readonly Manifest[] {
    return this.byKind.get(kind) ?? [];
  }

  /** Returns an object by `Kind/namespace/name`, or undefined. */
  tryFind(kind: string, namespace: string, name: string): Manifest | undefined {
    return this.byId.get(`${kind}/${namespace}/${name}`);
  }

  /** Returns the objects whose controller is this one: ReplicaSets of a Deployment, Pods of a ReplicaSet. */
  ownedBy(owner: Manifest): readonly Manifest[] {
    const uid = asText(asObject(owner.json['metadata'])['uid']);
    return uid === '' ? [] : (this.byOwnerUid.get(uid) ?? []);
  }

  /** Returns the Pods of a workload, through ReplicaSets and Jobs. */
  podsOf(workload: Manifest): readonly Manifest[] {
    return this.descendants(workload).filter((object) => kindOf(object) === 'Pod');
  }

  /** Returns everything below an object, without it: each once, however the owners refer to each other. */
  descendants(owner: Manifest): readonly Manifest[] {
    const found = new Set<Manifest>();
    const open = [owner];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      for (const child of this.ownedBy(next)) {
        if (child === owner || found.has(child)) continue;
        found.add(child);
        open.push(child);
      }
    }
    return [...found];
  }

  /** Returns the highest controller of an object that was read, or the object itself: for a Pod, its Deployment. */
  topOwner(object: Manifest): Manifest {
    let top = object;
    for (const seen = new Set<Manifest>(); !seen.has(top);) {
      seen.add(top);
      top = this.tryOwner(top) ?? top;
    }
    return top;
  }

  /** Returns the events about an object, the newest first. */
  eventsAbout(object: Manifest): readonly JsonObject[] {
    return this.eventsById.get(objectId(object)) ?? [];
  }

  /** Returns the last log lines of a container, or undefined where they were not read. */
  tryLog(pod: Manifest, container: string): string | undefined {
    const { namespace, name } = asObject(pod.json['metadata']);
    return this.reading.logs.get(`${asText(namespace)}/${asText(name)}/${container}`);
  }

  /** Returns the controller of an object, or undefined where it has none or it was not read. */
  tryOwner(object: Manifest): Manifest | undefined {
    const { namespace } = asObject(object.json['metadata']);
    const owner = controllerOf(object);
    return owner === undefined
      ? undefined
      : this.tryFind(asText(owner['kind']), asText(namespace), asText(owner['name']));
  }

  private add(object: Manifest): void {
    addToList(this.byKind, kindOf(object), object);
    this.byId.set(objectId(object), object);
    const uid = asText(controllerOf(object)?.['uid']);
    if (uid !== '') addToList(this.byOwnerUid, uid, object);
  }

  private addEvent(event: JsonObject): void {
    // The new events API says `regarding`.
    const { kind, namespace, name } = asObject(event['involvedObject'] ?? event['regarding']);
    addToList(this.eventsById, `${asText(kind)}/${asText(namespace)}/${asText(name)}`, event);
  }
}

/** Returns when an event happened last, in milliseconds since 1970; 0 where it does not say. */
export function eventMillis(event: JsonObject): number {
  const series = asObject(event['series']);
  const times = [series['lastObservedTime'], event['lastTimestamp'], event['eventTime'], event['firstTimestamp']];
  const written = times.map(asText).find((time) => !Number.isNaN(Date.parse(time)));
  return written === undefined ? 0 : Date.parse(written);
}

function controllerOf({ json }: Manifest): JsonObject | undefined {
  const owners = asList(asObject(json['metadata'])['ownerReferences']).map(asObject);
  return owners.find((owner) => owner['controller'] === true) ?? owners[0];
}
