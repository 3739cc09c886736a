import type { Field } from '../fields/field';
import { isEmptySelector, unmetRequirements } from '../reach/label-selector';

/** How many terms without any wanted label are looked at; each has to be compared with every Pod. */
const MOST_OPEN_TERMS = 100;

/** What terms select Pods by. */
export interface PodIdentity {
  readonly namespace: string;
  readonly labels: Field;
}

/** Numbers the terms by which Pods are kept apart or counted, and knows which Pods each means. */
export class PodTerms {
  private readonly numbers = new Map<string, number>();
  private readonly termsByPod: number[][];
  private knownIndex: PodIndex | undefined;
  private openTerms = 0;

  constructor(private readonly pods: readonly PodIdentity[]) {
    this.termsByPod = pods.map(() => []);
  }

  /** Returns the numbers of the terms that mean a Pod, given by its place in the list. */
  meaning(pod: number): readonly number[] {
    return this.termsByPod[pod] ?? [];
  }

  /** Returns the number of a term that means exactly the Pods that name it. */
  named(name: string, pod: number): number {
    const { number } = this.numberOf(name);
    if (!this.meaning(pod).includes(number)) this.termsByPod[pod]?.push(number);
    return number;
  }

  /**
   * Returns the number of the term that means the Pods of the namespaces, or of all where none are given, that a
   * label selector selects. A selector that is not there selects nothing, and an empty one everything.
   */
  selecting(namespaces: readonly string[] | undefined, selector: Field): number {
    const { number, isNew } = this.numberOf(JSON.stringify([namespaces ?? null, selector.value ?? null]));
    if (!isNew || !selector.isObject) return number;
    // Few sets have a term at all, so that the index is made for the first.
    this.knownIndex ??= podIndex(this.pods);
    const index = this.knownIndex;
    for (const pod of this.candidates(index, namespaces ?? [...index.byNamespace.keys()], selector)) {
      const { labels } = this.pods[pod] ?? {};
      if (labels !== undefined && unmetRequirements(selector, labels).length === 0) this.termsByPod[pod]?.push(number);
    }
    return number;
  }

  private numberOf(key: string): { readonly number: number; readonly isNew: boolean } {
    const known = this.numbers.get(key);
    if (known !== undefined) return { number: known, isNew: false };
    const number = this.numbers.size;
    this.numbers.set(key, number);
    return { number, isNew: true };
  }

  /** Finds by one wanted label the few Pods that a selector can mean, so that not every pair has to be compared. */
  private candidates(
    { byNamespace, byLabel }: PodIndex,
    namespaces: readonly string[],
    selector: Field,
  ): readonly number[] {
    const wanted = wantedLabel(selector);
    const lists =
      wanted === undefined
        ? namespaces.map((namespace) => byNamespace.get(namespace))
        : namespaces.flatMap((namespace) =>
            wanted.values.map((value) => byLabel.get(labelKey(namespace, wanted.key, value))),
          );
    if (wanted === undefined && !isEmptySelector(selector)) this.openTerms += 1;
    return this.openTerms > MOST_OPEN_TERMS && wanted === undefined
      ? []
      : [...new Set(lists.flatMap((list) => list ?? []))];
  }
}

/** Pods, by their places in a list. */
interface PodIndex {
  readonly byNamespace: ReadonlyMap<string, readonly number[]>;
  readonly byLabel: ReadonlyMap<string, readonly number[]>;
}

function podIndex(pods: readonly PodIdentity[]): PodIndex {
  const byNamespace = new Map<string, number[]>();
  const byLabel = new Map<string, number[]>();
  for (const [pod, { namespace, labels }] of pods.entries()) {
    listIn(byNamespace, namespace).push(pod);
    for (const [key, { text }] of labels.entries) listIn(byLabel, labelKey(namespace, key, text)).push(pod);
  }
  return { byNamespace, byLabel };
}

function wantedLabel(selector: Field): { readonly key: string; readonly values: readonly string[] } | undefined {
  for (const [key, { text }] of selector.at('matchLabels').entries) {
    if (text !== undefined) return { key, values: [text] };
  }
  for (const requirement of selector.at('matchExpressions').items) {
    const key = requirement.at('key').text;
    const values = requirement.at('values').items.flatMap(({ text }) => text ?? []);
    if (key !== undefined && requirement.at('operator').text === 'In') return { key, values };
  }
  return undefined;
}

function labelKey(namespace: string, key: string, value: string | undefined): string {
  return JSON.stringify([namespace, key, value ?? '']);
}

function listIn(lists: Map<string, number[]>, key: string): number[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
