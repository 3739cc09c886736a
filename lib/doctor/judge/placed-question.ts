import type { Question } from './finding';

/**
 * How far the Pods have come that a question is about: not created, not on a node, not started, started and ended,
 * running and of no use. `drift` is what differs from what was published.
 */
export type Room = 'refusals' | 'pending' | 'waiting' | 'crashes' | 'serving' | 'drift';

/** A question with its place in the table. */
export interface PlacedQuestion extends Question {
  readonly room: Room;
  /**
   * Whether it says that something is wrong rather than why, so that any cause on the same workload explains it.
   * @default false
   */
  readonly isConsequence?: boolean;
}

/** The rooms that a Pod passes through one after the other: it cannot be in two of them. */
const STAGES: ReadonlySet<Room> = new Set(['refusals', 'pending', 'waiting', 'crashes']);

const RUNS_PODS = /^(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|Job|CronJob)\//;

/**
 * Tells whether a cause that lists an object may explain another cause that was found on it.
 *
 * A quota that refuses the second Pod of a workload lists the workload among what it explains; that the first Pod runs
 * out of memory is another matter, and both have to be told. Of a Pod that is listed itself there is only one story.
 *
 * @param object the object that is listed, as `Kind/namespace/name`
 */
export function mayExplain(cause: PlacedQuestion, other: PlacedQuestion, object: string): boolean {
  // That a workload waits for a claim does not explain that somebody has changed its image.
  if (other.room === 'drift' && cause.room !== 'drift' && cause.room !== 'refusals') return false;
  const areOtherPods = cause.room !== other.room && STAGES.has(cause.room) && STAGES.has(other.room);
  return !areOtherPods || !RUNS_PODS.test(object);
}

/** Returns questions with the room that they stand in. */
export function inRoom(room: Room, questions: readonly Question[]): readonly PlacedQuestion[] {
  return questions.map((question) => ({ ...question, room }));
}

/** Returns questions that say that something is wrong rather than why: any cause on the same workload explains it. */
export function consequences(room: Room, questions: readonly Question[]): readonly PlacedQuestion[] {
  return inRoom(room, questions).map((question) => ({ ...question, isConsequence: true }));
}
