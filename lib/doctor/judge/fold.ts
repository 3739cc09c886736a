import type { AskedSymptom } from './ask-questions';
import type { Severity } from './finding';
import { mayExplain } from './placed-question';
import type { RelatedObjects } from './related-objects';

/** A symptom that is reported, with the objects whose trouble follows from it. */
export interface KeptSymptom extends AskedSymptom {
  readonly explains: Set<string>;
}

/**
 * Returns the symptoms that no other one explains, in their order, each with the objects that it explains.
 *
 * A cause explains what it lists, and whatever belongs to that. What is no cause but a consequence (`isConsequence`) is
 * also explained by any cause on the same workload, unless it lists the very object that it is about: then it claims to
 * be the cause. Two causes on one workload are two: neither hides the other.
 */
export function fold(symptoms: readonly AskedSymptom[], related: RelatedObjects): readonly KeptSymptom[] {
  const folding = new Folding(related);
  for (const one of symptoms) if (!isConsequence(one)) folding.add(one);
  for (const one of symptoms) if (isConsequence(one)) folding.add(one);
  const order = new Map(symptoms.map(({ symptom }, index) => [symptom, index]));
  return folding.kept.sort((one, other) => (order.get(one.symptom) ?? 0) - (order.get(other.symptom) ?? 0));
}

function isConsequence({ question, symptom }: AskedSymptom): boolean {
  return question.isConsequence === true && symptom.explains?.includes(symptom.object) !== true;
}

class Folding {
  readonly kept: KeptSymptom[] = [];
  /** What was kept, by the objects that it explains. */
  private readonly byExplained = new Map<string, KeptSymptom[]>();
  /** What was kept, by the workload that it is about. */
  private readonly byWorkload = new Map<string, KeptSymptom[]>();

  constructor(private readonly related: RelatedObjects) {}

  add(one: AskedSymptom): void {
    const cause = this.tryCause(one);
    if (cause === undefined) this.keep(one);
    else this.under(cause, one);
  }

  private tryCause(one: AskedSymptom): KeptSymptom | undefined {
    const objects = this.related.of(one.symptom.object);
    for (const object of objects) {
      const cause = (this.byExplained.get(object) ?? []).find(
        (kept) => isConsequence(one) || mayExplain(kept.question, one.question, object),
      );
      if (cause !== undefined) return cause;
    }
    if (!isConsequence(one)) return undefined;
    for (const object of objects) {
      // Of a warning nobody knows that it is the cause, unless it says so itself.
      const cause = (this.byWorkload.get(object) ?? []).find(({ severity }) => severity === 'error');
      if (cause !== undefined) return cause;
    }
    return undefined;
  }

  private keep(one: AskedSymptom): void {
    const { object, explains = [] } = one.symptom;
    const kept = { ...one, explains: new Set(explains) };
    this.kept.push(kept);
    for (const explained of explains) append(this.byExplained, explained, kept);
    for (const about of new Set([object, this.related.topOwner(object)])) append(this.byWorkload, about, kept);
  }

  private under(cause: KeptSymptom, { symptom, severity }: AskedSymptom): void {
    for (const object of [symptom.object, ...(symptom.explains ?? [])]) {
      if (object !== cause.symptom.object) cause.explains.add(object);
      append(this.byExplained, object, cause);
    }
    // What explains an error is one, whatever the question thought of it.
    if (severity === 'error') this.raise(cause, severity);
  }

  private raise(cause: KeptSymptom, severity: Severity): void {
    Object.assign(cause, { severity });
  }
}

function append(map: Map<string, KeptSymptom[]>, key: string, kept: KeptSymptom): void {
  const others = map.get(key);
  if (others === undefined) map.set(key, [kept]);
  else if (!others.includes(kept)) others.push(kept);
}
