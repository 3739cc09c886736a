import type { Text } from '../../text';
import type { Cluster } from '../cluster/cluster';
import type { Expected } from '../cluster/expected';

/** `error`: something does not run or serve; `warning`: it runs, and something is about to go wrong or is not as published. */
export type Severity = 'error' | 'warning';

/** What a question found out about one object. */
export interface Symptom {
  /** The object at fault, as `Kind/namespace/name`: the highest that the cause is about, a Deployment rather than its Pods. */
  readonly object: string;
  /** What is wrong and why, one sentence with both numbers. No final period. */
  readonly cause: Text;
  /** What shows it, verbatim: `event FailedCreate on ReplicaSet/x: …`, `condition …`, `log: …`. The strongest first. */
  readonly evidence: readonly string[];
  /** What to do, one or two imperative sentences. */
  readonly remedy: Text;
  /**
   * The property to change, as dotted path in the object of `dist/`, or in the program: `resources.limits.memory of
   * container mongod`. @default none: it is not in a file of ours
   */
  readonly property?: string;
  /** The object of `dist/` that has this property, as `Kind/namespace/name`. @default the object at fault */
  readonly at?: string;
  /** Objects whose trouble follows from this one, as `Kind/namespace/name`; their own findings are folded under it. */
  readonly explains?: readonly string[];
  /** @default the question's severity */
  readonly severity?: Severity;
}

/** Something that was asked and could not be answered: never taken for a yes. */
export interface Unanswered {
  readonly question: string;
  readonly reason: string;
  /** Whether nothing may be called healthy without it. @default false */
  readonly isEssential?: boolean;
  /** The one object that it is about, as `Kind/namespace/name`. @default the whole namespace */
  readonly object?: string;
}

/**
 * One thing that may be wrong with a cluster.
 *
 * `ask` is pure (no clock, printing, files or network), never throws for odd input, and returns symptoms in any order.
 * Its place in the table is its weight: a question that comes first explains those that follow.
 */
export interface Question {
  /** Kebab-case; also the name of its file and test, and of the finding: `quota-exceeded`. */
  readonly id: string;
  readonly severity: Severity;
  /** What it asks, one sentence: `Does a quota refuse Pods?` */
  readonly summary: Text;
  /** Kinds that it cannot do without, as kubectl's plurals: where one could not be read, the question is unanswered. */
  readonly needs?: readonly string[];
  readonly ask: (cluster: Cluster, expected: Expected) => readonly Symptom[];
}

/** A symptom as it is reported, after those that follow from others have been folded under them. */
export interface DoctorFinding {
  /** The question's id. */
  readonly id: string;
  readonly severity: Severity;
  readonly object: string;
  readonly cause: Text;
  readonly evidence: readonly string[];
  readonly remedy: Text;
  readonly where?: Where;
  /** Sorted. */
  readonly explains: readonly string[];
}

/** Where the line to change stands. */
export interface Where {
  /** The file in `dist/`: `dist/prod/anomaly-mongo.k8s.yaml`. */
  readonly file: string;
  /** The source to edit: `lib/environments/prod.ts` or `lib/workloads/mongo-store.ts`. @default not known */
  readonly source?: string;
  /** The construct in the program and the property: `anomaly/mongo/deployment`. @default not known */
  readonly construct?: string;
  /** The property to change. @default the whole object */
  readonly property?: string;
}
