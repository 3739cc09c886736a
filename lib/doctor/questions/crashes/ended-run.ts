import { asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';

/** A run of a container that has ended. */
export interface EndedRun {
  /** @default not known */
  readonly exitCode?: number;
  /** `OOMKilled`, `Error`, `Completed`, `StartError`. */
  readonly reason: string;
  /** What it left as its last words, or the end of its log. */
  readonly message: string;
  /** In milliseconds since 1970. @default not known */
  readonly startedMillis?: number;
  readonly finishedMillis?: number;
}

/** Returns the run that a `terminated` state tells of, or undefined where it tells of none. */
export function tryEndedRun(state: JsonObject): EndedRun | undefined {
  if (typeof state['terminated'] !== 'object' || state['terminated'] === null) return undefined;
  const { exitCode, signal, reason, message, startedAt, finishedAt } = asObject(state['terminated']);
  const code = typeof exitCode === 'number' ? exitCode : undefined;
  // Some runtimes give the signal apart.
  const bySignal = typeof signal === 'number' && signal > 0 && signal < 65 ? 128 + signal : undefined;
  const [started, finished] = [tryMillis(asText(startedAt)), tryMillis(asText(finishedAt))];
  const known = code === undefined || code === 0 ? (bySignal ?? code) : code;
  return {
    ...(known === undefined ? {} : { exitCode: known }),
    reason: asText(reason),
    message: asText(message),
    ...(started === undefined ? {} : { startedMillis: started }),
    ...(finished === undefined ? {} : { finishedMillis: finished }),
  };
}

/** Returns how long a run took, in whole seconds, or undefined where it does not say. */
export function trySeconds({ startedMillis, finishedMillis }: EndedRun): number | undefined {
  if (startedMillis === undefined || finishedMillis === undefined || finishedMillis < startedMillis) return undefined;
  return Math.round((finishedMillis - startedMillis) / 1000);
}

function tryMillis(text: string): number | undefined {
  const millis = Date.parse(text);
  // A container that never ran carries the beginning of 1970, or of the year 1.
  return Number.isNaN(millis) || millis <= 0 ? undefined : millis;
}
