import type { Field } from '../fields/field';
import { asObject } from '../manifest';
import type { Json } from '../manifest';
import { oncePer } from '../once-per';
import { meetsRequirements } from './label-selector';

/** Something that selects by labels. */
export interface Selecting<T> {
  readonly selector: Field;
  readonly item: T;
}

/** So few are asked one by one faster than an index of them is made. */
const FEW = 4;

/**
 * Things that select by labels, found by the labels that they select.
 *
 * Each stands under the one of its labels that fewest others ask for, so that a lookup does not ask them all; what
 * has no such label is asked each time.
 */
export class SelectorIndex<T> {
  private known: LabelIndex<T> | undefined;

  constructor(private readonly selecting: readonly Selecting<T>[]) {}

  /** Returns the items that select these labels. */
  matching(labels: Field): readonly T[] {
    const found: T[] = [];
    for (const { selector, item } of this.candidates(labels)) {
      if (meetsRequirements(selector, labels)) found.push(item);
    }
    return found;
  }

  /** Tells whether anything selects these labels. */
  hasMatching(labels: Field): boolean {
    const candidates = this.selecting.length <= FEW ? this.selecting : this.candidates(labels);
    return candidates.some(({ selector }) => meetsRequirements(selector, labels));
  }

  private candidates(labels: Field): readonly Selecting<T>[] {
    this.known ??= labelIndex(this.selecting);
    const { byLabel, withoutLabel } = this.known;
    const candidates = [...withoutLabel];
    for (const label of labelsOf(labels)) {
      for (const one of byLabel.get(label) ?? []) candidates.push(one);
    }
    return candidates;
  }
}

interface LabelIndex<T> {
  readonly byLabel: ReadonlyMap<string, readonly Selecting<T>[]>;
  readonly withoutLabel: readonly Selecting<T>[];
}

function labelIndex<T>(selecting: readonly Selecting<T>[]): LabelIndex<T> {
  const counts = new Map<string, number>();
  const wanted = selecting.map(({ selector }) => labelTexts(asObject(selector.value)['matchLabels']));
  for (const label of wanted.flat()) counts.set(label, (counts.get(label) ?? 0) + 1);

  const byLabel = new Map<string, Selecting<T>[]>();
  const withoutLabel: Selecting<T>[] = [];
  for (const [index, one] of selecting.entries()) {
    const [rarest] = (wanted[index] ?? []).sort((label, other) => (counts.get(label) ?? 0) - (counts.get(other) ?? 0));
    const others = rarest === undefined ? withoutLabel : byLabel.get(rarest);
    if (others !== undefined) others.push(one);
    else if (rarest !== undefined) byLabel.set(rarest, [one]);
  }
  return { byLabel, withoutLabel };
}

/** The labels of Pods, which many are asked about. */
const labelsOf = oncePer(({ value }: Field) => labelTexts(value));

function labelTexts(map: Json | undefined): string[] {
  const labels = asObject(map);
  const texts: string[] = [];
  for (const key of Object.keys(labels)) {
    const value = labels[key];
    // Null as a value is an empty text, as the API server reads it; what is no text at all is met by any label.
    if (value === null || typeof value === 'string') texts.push(`${key}=${value ?? ''}`);
  }
  return texts;
}
