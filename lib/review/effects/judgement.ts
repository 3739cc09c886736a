import type { Text } from '../../text';
import type { Effect, ObjectEffect } from '../diff/object-change';

/** What is said of a change before all of it is put together: no effect is an empty list. */
export interface Judgement {
  readonly effects: readonly Effect[];
  /** @default none */
  readonly restarts?: readonly string[];
  /** @default none */
  readonly notes?: readonly Text[];
}

const EFFECTS_IN_ORDER: readonly Effect[] = ['restarts', 'recreates', 'refused', 'data-lost', 'traffic'];

/** Nothing to say. */
export const NOTHING: Judgement = { effects: [] };

/** Returns a judgement that no Pod notices, and what there is to know. */
export function noted(...notes: readonly Text[]): Judgement {
  return { effects: [], notes };
}

/** Returns a judgement that the API server does not take the change, and why. */
export function refused(...notes: readonly Text[]): Judgement {
  return { effects: ['refused'], notes };
}

/** Returns a judgement that who reaches whom changes, and how. */
export function traffic(...notes: readonly Text[]): Judgement {
  return { effects: ['traffic'], notes };
}

/** Returns all judgements of one change as one. Where one of them is a refusal, nothing else of the change happens. */
export function combined(...judgements: readonly Judgement[]): Judgement {
  const refusals = judgements.filter(({ effects }) => effects.includes('refused'));
  const counted = refusals.length === 0 ? judgements : refusals;
  return {
    effects: counted.flatMap(({ effects }) => effects),
    restarts: counted.flatMap(({ restarts = [] }) => restarts),
    notes: counted.flatMap(({ notes = [] }) => notes),
  };
}

/** Returns a judgement in the form in which it is reported. */
export function asObjectEffect({ effects, restarts = [], notes = [] }: Judgement): ObjectEffect {
  const sorted = EFFECTS_IN_ORDER.filter((effect) => effects.includes(effect));
  const said = new Map(notes.map((note) => [note.en, note]));
  return {
    effects: sorted.length === 0 ? ['none'] : sorted,
    restarts: [...new Set(restarts)].sort(),
    notes: [...said.values()],
  };
}
