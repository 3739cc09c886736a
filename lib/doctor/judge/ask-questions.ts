import type { Cluster } from '../cluster/cluster';
import type { Expected } from '../cluster/expected';
import { hidesTrouble, readKinds } from '../cluster/read-kinds';
import type { Severity, Symptom, Unanswered } from './finding';
import type { PlacedQuestion } from './placed-question';

/** A symptom with the question that found it. */
export interface AskedSymptom {
  readonly question: PlacedQuestion;
  readonly symptom: Symptom;
  readonly severity: Severity;
}

/** What the questions came to. */
export interface Answers {
  /** In the order of the table; those of one question by severity and object. */
  readonly symptoms: readonly AskedSymptom[];
  readonly unanswered: readonly Unanswered[];
}

/** Asks every question once. One that throws, or that needs what was not read, is unanswered. */
export function askQuestions(cluster: Cluster, expected: Expected, questions: readonly PlacedQuestion[]): Answers {
  const symptoms: AskedSymptom[] = [];
  const unanswered: Unanswered[] = [...cluster.reading.unanswered];
  for (const question of questions) {
    const missing = (question.needs ?? []).filter((plural) => cluster.reading.unread.has(plural));
    if (missing.length > 0) {
      for (const plural of missing) unanswered.push(notRead(cluster, question.id, plural));
      continue;
    }
    try {
      for (const symptom of sorted(question, question.ask(cluster, expected))) symptoms.push(symptom);
    } catch (error) {
      const reason = `could not be asked: ${error instanceof Error ? error.message : String(error)}; a bug of znyw`;
      unanswered.push({ question: question.id, reason, isEssential: true });
    }
  }
  return { symptoms, unanswered: [...unanswered, ...neededByNone(cluster, questions)] };
}

/** What was not read and no question insists on is told by its name: several look at it where it is there. */
function neededByNone(cluster: Cluster, questions: readonly PlacedQuestion[]): readonly Unanswered[] {
  const needed = new Set(questions.flatMap(({ needs = [] }) => needs));
  return readKinds
    .filter(({ plural }) => cluster.reading.unread.has(plural) && !needed.has(plural))
    .map(({ plural }) => notRead(cluster, plural, plural));
}

function notRead({ reading }: Cluster, question: string, plural: string): Unanswered {
  const reason = reading.unread.get(plural) ?? '';
  const isEssential = hidesTrouble(plural, reason);
  return {
    question,
    reason: question === plural ? reason : `${plural}: ${reason}`,
    ...(isEssential ? { isEssential } : {}),
  };
}

function sorted(question: PlacedQuestion, symptoms: readonly Symptom[]): readonly AskedSymptom[] {
  const distinct = new Map(symptoms.map((symptom) => [`${symptom.object} ${symptom.cause.en}`, symptom]));
  const asked = [...distinct].map(([key, symptom]) => {
    const severity = symptom.severity ?? question.severity;
    return { key: `${severity} ${key}`, asked: { question, symptom, severity } };
  });
  return asked.sort((one, other) => (one.key < other.key ? -1 : 1)).map((entry) => entry.asked);
}
