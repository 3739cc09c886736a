import { asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { wholeNumber } from '../../../validation/quantities/whole-number';
import type { Cluster } from '../../cluster/cluster';
import type { Severity } from '../../judge/finding';
import { shortId } from '../reading/named';
import { conditionOf, hasEnded, phaseOf } from '../reading/pod-state';
import { tryEndedRun, trySeconds } from './ended-run';
import type { EndedRun } from './ended-run';

/** In which way a container is not well. */
export interface Ailment {
  /** The run that ended. @default none did: it runs, and is not ready */
  readonly run?: EndedRun;
  readonly severity: Severity;
  /** What its status says, in words. */
  readonly statusText: string;
  /** Since when it has not been ready, in milliseconds since 1970. @default it ends again and again, or it is not known */
  readonly unreadySince?: number;
}

/** After a run of this length the kubelet forgets earlier crashes. */
const BACKOFF_RESET_MILLIS = 10 * 60_000;
/** What is longer ago is over. */
const RECENT_MILLIS = 60 * 60_000;
/** So many restarts are not chance, also where it runs at the moment. */
const MANY_RESTARTS = 5;
/** How long a start may take before not being ready is worth a word. */
const PATIENCE_MILLIS = 60_000;
/** How a runtime calls a container that never came to run. */
const NEVER_RAN: ReadonlySet<string> = new Set(['StartError', 'ContainerCannotRun', 'ContainerStatusUnknown']);

/** Returns in which way a container of a Pod is not well, by its status, or undefined. */
export function howItAils(cluster: Cluster, pod: Manifest, status: JsonObject, isInit: boolean): Ailment | undefined {
  const [state, last] = [asObject(status['state']), asObject(status['lastState'])];
  const restarts = wholeNumber(status['restartCount'], 0);
  const [now, before] = [tryEndedRun(state), tryEndedRun(last)];
  const text = (run: EndedRun | undefined) => statusText(pod, status, run);
  if (now !== undefined) {
    if (!isFailure(now, pod, isInit)) return undefined;
    // A container that ended for good and is to run again says no more than that it is about to.
    return { run: now, severity: 'error', statusText: text(now) };
  }
  if (hasEnded(pod)) return undefined;
  if (asText(asObject(state['waiting'])['reason']) === 'CrashLoopBackOff') {
    // What never came to run is told where containers are created.
    if (before !== undefined && NEVER_RAN.has(before.reason)) return undefined;
    return { run: before ?? { reason: '', message: '' }, severity: 'error', statusText: text(before) };
  }
  if (state['running'] === undefined || state['running'] === null || isInit) return undefined;
  const { readAtMillis } = cluster.reading;
  const since = Date.parse(asText(asObject(state['running'])['startedAt']));
  const isReady = status['ready'] === true;
  if (before !== undefined && isFailure(before, pod, false) && !NEVER_RAN.has(before.reason)) {
    const severity = severityOfRerun(before, { restarts, isReady, runsFor: readAtMillis - since, readAtMillis });
    if (severity !== undefined) return { run: before, severity, statusText: text(before) };
  }
  if (isReady || phaseOf(pod) !== 'Running') return undefined;
  const changed = Date.parse(asText(conditionOf(pod, 'ContainersReady')['lastTransitionTime']));
  const unreadySince = Math.max(since || 0, changed || 0);
  if (readAtMillis - unreadySince < PATIENCE_MILLIS) return undefined;
  return { severity: 'error', statusText: text(undefined), unreadySince };
}

interface Rerun {
  readonly restarts: number;
  readonly isReady: boolean;
  readonly runsFor: number;
  readonly readAtMillis: number;
}

function severityOfRerun(before: EndedRun, { restarts, isReady, runsFor, readAtMillis }: Rerun): Severity | undefined {
  const ago = readAtMillis - (before.finishedMillis ?? 0);
  const lasted = (trySeconds(before) ?? 0) * 1000;
  const runsBriefly = !(runsFor >= BACKOFF_RESET_MILLIS);
  if (!isReady) return runsBriefly && ago < BACKOFF_RESET_MILLIS ? 'error' : undefined;
  // Without a readiness probe it is ready whenever it runs, also between two crashes.
  if (runsBriefly && restarts > 2 && lasted < BACKOFF_RESET_MILLIS && ago < BACKOFF_RESET_MILLIS) return 'error';
  return ago < RECENT_MILLIS && (restarts > MANY_RESTARTS || before.reason === 'OOMKilled') ? 'warning' : undefined;
}

/** Tells whether an end is not what was meant: of what is to run always, also a good one. */
function isFailure({ exitCode, reason }: EndedRun, pod: Manifest, isInit: boolean): boolean {
  if (exitCode !== undefined && exitCode !== 0) return true;
  if (reason !== '' && reason !== 'Completed') return true;
  const policy = asText(asObject(pod.json['spec'])['restartPolicy']) || 'Always';
  return !isInit && policy === 'Always' && (exitCode === 0 || reason === 'Completed');
}

function statusText(pod: Manifest, status: JsonObject, run: EndedRun | undefined): string {
  const waiting = asText(asObject(asObject(status['state'])['waiting'])['reason']);
  const isRunning = asObject(status['state'])['running'] !== undefined;
  const seconds = run === undefined ? undefined : trySeconds(run);
  const parts = [
    waiting,
    ...(run === undefined || (run.reason === '' && run.exitCode === undefined)
      ? []
      : [`last run ended: ${[run.reason, exitText(run)].filter((part) => part !== '').join(', ')}`]),
    ...(seconds === undefined ? [] : [`after ${seconds} s`]),
    `restartCount ${wholeNumber(status['restartCount'], 0)}`,
    ...(isRunning ? [`running, ready ${status['ready'] === true}`] : []),
  ];
  return `container ${asText(status['name'])} of ${shortId(pod)}: ${parts.filter((part) => part !== '').join(', ')}`;
}

function exitText({ exitCode }: EndedRun): string {
  return exitCode === undefined ? '' : `exit code ${exitCode}`;
}
