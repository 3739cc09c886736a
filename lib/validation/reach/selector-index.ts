import { Field } from '../fields/field';
import { unmetRequirements } from './label-selector';

/** Something that selects by labels. */
export interface Selecting<T> {
  readonly selector: Field;
  readonly item: T;
}

/**
 * Things that select by labels, found by the labels that they select.
 *
 * Each stands under the one of its labels that fewest others ask for, so that a lookup does not ask them all; what
 * has no such label is asked each time.
 */
export class SelectorIndex<T> {
  private readonly byLabel = new Map<string, Selecting<T>[]>();
  private readonly withoutLabel: Selecting<T>[] = [];

  constructor(selecting: readonly Selecting<T>[]) {
    const counts = new Map<string, number>();
    for (const { selector } of selecting) {
      for (const label of labelsOf(selector.at('matchLabels'))) counts.set(label, (counts.get(label) ?? 0) + 1);
    }
    for (const one of selecting) {
      const [rarest] = labelsOf(one.selector.at('matchLabels')).sort(
        (label, other) => (counts.get(label) ?? 0) - (counts.get(other) ?? 0),
      );
      const others = rarest === undefined ? this.withoutLabel : this.byLabel.get(rarest);
      if (others !== undefined) others.push(one);
      else if (rarest !== undefined) this.byLabel.set(rarest, [one]);
    }
  }

  /** Returns the items that select these labels. */
  matching(labels: Field): readonly T[] {
    const candidates = [...this.withoutLabel, ...labelsOf(labels).flatMap((label) => this.byLabel.get(label) ?? [])];
    return candidates.flatMap(({ selector, item }) => (unmetRequirements(selector, labels).length === 0 ? [item] : []));
  }
}

function labelsOf(labels: Field): string[] {
  // Null as a value is an empty text, as the API server reads it; what is no text at all is met by any label.
  return labels.entries.flatMap(([key, { value, text }]) => {
    const written = value === null ? '' : text;
    return written === undefined ? [] : [`${key}=${written}`];
  });
}
