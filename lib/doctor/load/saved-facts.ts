import type { JsonObject } from '../../validation/manifest';

/** What a saved cluster says of its own reading, in one of its files. */
export interface SavedFacts {
  readonly namespace: string;
  readonly readAt: string;
  /** Kinds that were read, whether or not there is one, as plurals. */
  readonly read: readonly string[];
  readonly unread: Readonly<Record<string, string>>;
  readonly unanswered: readonly {
    readonly question: string;
    readonly reason: string;
    readonly isEssential: boolean;
  }[];
  /** Whether the Pods of other namespaces were read: there may be none. */
  readonly podsElsewhere: boolean;
}

/** The file with the facts, in the form of an API object so that all files of a folder are alike. */
export const FACTS_FILE = 'reading.json';
export const FACTS_KIND = 'ClusterReading';
export const FACTS_VERSION = 'znyw/v1';

/** The file with what Pods of other namespaces take of the nodes. */
export const ELSEWHERE_FILE = 'pods-elsewhere.json';

/** Tells whether an object is the facts of a saved cluster. */
export function isFacts(object: JsonObject): boolean {
  return object['kind'] === FACTS_KIND && object['apiVersion'] === FACTS_VERSION;
}
