import type { Judgement } from './judgement';
import type { ReviewedSet } from './reviewed-set';
import type { ReviewedChange, ReviewedObject } from './reviewed-object';

/** What a judge of one change may ask about all others. */
export interface ReviewContext {
  readonly before: ReviewedSet;
  readonly after: ReviewedSet;
  /** What the change of each workload does, by the key of its object; workloads are judged first. */
  readonly workloads: ReadonlyMap<string, { readonly id: string; readonly judgement: Judgement }>;
}

/** What is known of the changes of one kind. What is left out says nothing. */
export interface KindJudge {
  readonly changed?: (change: ReviewedChange, context: ReviewContext) => Judgement;
  readonly added?: (object: ReviewedObject, context: ReviewContext) => Judgement;
  readonly removed?: (object: ReviewedObject, context: ReviewContext) => Judgement;
}
