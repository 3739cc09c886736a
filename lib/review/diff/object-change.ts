import type { Text } from '../../text';
import type { Json, Manifest } from '../../validation/manifest';

/** An object of one set and the one that takes its place in the other; at least one of the two is there. */
export interface ObjectPair {
  /** `Kind/namespace/name`. */
  readonly id: string;
  /** @default none: the object is new */
  readonly before?: Manifest;
  /** @default none: the object is removed */
  readonly after?: Manifest;
}

/** A field that differs in meaning, with list items by their merge key: `spec.template.spec.containers[mongod].image`. */
export interface FieldChange {
  readonly path: string;
  /** @default none: the field is new. A secret value stands as `(hidden)`. */
  readonly before?: Json;
  /** @default none: the field is removed. A secret value stands as `(hidden)`. */
  readonly after?: Json;
  /** Of texts of several lines, such as a file in a ConfigMap: what differs, line by line. @default none: a value of one line */
  readonly lines?: readonly LineChange[];
}

/** A line of a text that is there in one of two versions, or one of the few around it that are there in both. */
export interface LineChange {
  readonly sign: '+' | '-' | ' ';
  readonly text: string;
  /** Whether lines that are the same stand between the one before and this one, and are left out. @default false */
  readonly afterGap?: boolean;
}

/**
 * What happens in the cluster when a change is applied: `none`, no Pod notices; `restarts`, running Pods are replaced
 * one after the other; `recreates`, all end before new ones start, or an object is deleted and made anew; `refused`,
 * the API server will not take it; `data-lost`, a claim and what is in it goes; `traffic`, who reaches whom changes.
 */
export type Effect = 'none' | 'restarts' | 'recreates' | 'refused' | 'data-lost' | 'traffic';

/** What the change of one object does. */
export interface ObjectEffect {
  /** In the order of the type, without repetition; `none` stands alone. */
  readonly effects: readonly Effect[];
  /** The workloads whose running Pods are replaced because of it, as `Kind/namespace/name`, sorted. */
  readonly restarts: readonly string[];
  /** What a reviewer has to know, one sentence each: why it is refused and what to do then, how long nothing serves. */
  readonly notes: readonly Text[];
}

/** One object that differs, complete. */
export interface ObjectChange extends ObjectEffect {
  /** `Kind/namespace/name`. */
  readonly object: string;
  /** Name of the environment. @default none: the objects belong to none of this program */
  readonly environment?: string;
  readonly change: 'removed' | 'changed' | 'added';
  /** Sorted by path; empty for an object that is new or removed. */
  readonly fields: readonly FieldChange[];
}
