import { asObject } from '../../../validation/manifest';
import { oncePer } from '../../../validation/once-per';
import type { Cluster } from '../../cluster/cluster';
import { probeEventsOf } from '../reading/probe-events';
import type { ProbeEvents } from '../reading/probe-events';
import { eventMessage } from '../reading/evidence';
import { ailingContainers } from './ailing-containers';
import type { AilingContainer } from './ailing-containers';
import type { EndedRun } from './ended-run';
import { tryFind } from './log-pattern';
import type { FoundPattern, LogPattern } from './log-pattern';
import { certificatePatterns } from './patterns/certificate-patterns';
import { configurationPatterns } from './patterns/configuration-patterns';
import { dataPatterns } from './patterns/data-patterns';
import { diskPatterns } from './patterns/disk-patterns';
import { hadoopPatterns } from './patterns/hadoop-patterns';
import { kerberosPatterns } from './patterns/kerberos-patterns';
import { memoryPatterns } from './patterns/memory-patterns';
import { passwordPatterns } from './patterns/password-patterns';
import { programPatterns } from './patterns/program-patterns';
import { portPatterns, processorPatterns } from './patterns/start-patterns';
import { anyWritePatterns, writePatterns } from './patterns/write-patterns';
import { tryUnreachableServer } from './unreachable-server';
import type { UnreachableServer } from './unreachable-server';

/** What a log tells of, each the id of the question about it. */
export type LogTheme =
  | 'certificate-refused'
  | 'configuration-refused'
  | 'data-unusable'
  | 'disk-full'
  | 'hadoop-refuses'
  | 'kerberos-refused'
  | 'memory-exhausted'
  | 'not-writable'
  | 'password-refused'
  | 'port-taken'
  | 'processor-unsuited'
  | 'program-incomplete';

/** Why a container is not well: each container has one reason. */
export type Reason =
  | { readonly kind: 'log'; readonly theme: LogTheme; readonly found: FoundPattern }
  | { readonly kind: 'unreachable'; readonly server: UnreachableServer }
  | { readonly kind: 'out-of-memory' | 'signal' | 'not-runnable' | 'ends-well' | 'unknown' | 'not-ready' }
  | { readonly kind: 'probe'; readonly probe: 'startup' | 'liveness' };

/** A container that is not well, with why. */
export interface ExplainedContainer extends AilingContainer {
  readonly because: Reason;
  readonly probes: ProbeEvents;
}

/** In the order in which they are tried: what can be said in the words of another comes before that. */
const THEMES: readonly (readonly [LogTheme, readonly LogPattern[]])[] = [
  ['memory-exhausted', memoryPatterns],
  ['processor-unsuited', processorPatterns],
  ['disk-full', diskPatterns],
  ['data-unusable', dataPatterns],
  ['not-writable', writePatterns],
  ['port-taken', portPatterns],
  ['kerberos-refused', kerberosPatterns],
  ['password-refused', passwordPatterns],
];
const LATER_THEMES: readonly (readonly [LogTheme, readonly LogPattern[]])[] = [
  ['certificate-refused', certificatePatterns],
  ['hadoop-refuses', hadoopPatterns],
  ['configuration-refused', configurationPatterns],
  ['program-incomplete', programPatterns],
  ['not-writable', anyWritePatterns],
];
/** Hadoop says of a server that it cannot reach more than that it cannot. */
const BEFORE_SERVERS: readonly (readonly [LogTheme, readonly LogPattern[]])[] = [['hadoop-refuses', hadoopPatterns]];

/** Returns the containers that are not well, each with its reason. */
export const explainedContainers = oncePer((cluster: Cluster): readonly ExplainedContainer[] =>
  ailingContainers(cluster).map((ailing) => {
    const probes = probeEventsOf(cluster, ailing.pod, ailing.container);
    return { ...ailing, probes, because: reasonOf(ailing, probes) };
  }),
);

function reasonOf({ run, lines }: AilingContainer, probes: ProbeEvents): Reason {
  if (run?.reason === 'OOMKilled') return { kind: 'out-of-memory' };
  // A probe that asks for the wrong thing says so better than the log of the program does.
  if (run === undefined && asksWrongly(probes)) return { kind: 'not-ready' };
  const said = tryLogReason(lines);
  if (said !== undefined) return said;
  if (run === undefined) return { kind: 'not-ready' };
  const probe = tryKiller(run, probes);
  return probe === undefined ? { kind: byExitCode(run) } : { kind: 'probe', probe };
}

function tryLogReason(lines: readonly string[]): Reason | undefined {
  const server = tryUnreachableServer(lines);
  const themes = [...THEMES, ...(server === undefined ? LATER_THEMES : BEFORE_SERVERS)];
  for (const [theme, patterns] of themes) {
    const found = tryFind(patterns, lines);
    if (found !== undefined) return { kind: 'log', theme, found };
  }
  return server === undefined ? undefined : { kind: 'unreachable', server };
}

const ASKS_WRONGLY =
  /statuscode: 4\d\d|executable file not found|no such file or directory|malformed HTTP|HTTP response to HTTPS client/;

function asksWrongly({ failures }: ProbeEvents): boolean {
  return [...failures.values()].some((event) => ASKS_WRONGLY.test(eventMessage(event)));
}

/** What a program that is asked to stop may end with, and what one is that does not stop in time. */
const AFTER_KILL: ReadonlySet<number> = new Set([0, 137, 143, 130]);

function tryKiller({ exitCode }: EndedRun, { killer, failures }: ProbeEvents): 'startup' | 'liveness' | undefined {
  if (killer !== undefined) return killer;
  if (exitCode === undefined || !AFTER_KILL.has(exitCode)) return undefined;
  return (['startup', 'liveness'] as const).find((probe) => failures.has(probe));
}

function byExitCode({ exitCode, reason }: EndedRun) {
  if (exitCode === 0 || (exitCode === undefined && reason === 'Completed')) return 'ends-well';
  if (exitCode === 126 || exitCode === 127 || exitCode === 128 || reason === 'StartError') return 'not-runnable';
  return exitCode !== undefined && exitCode > 128 && exitCode < 193 ? 'signal' : 'unknown';
}

/** Returns the probe of a container as it is written, empty where it has none. */
export function probeOf({ spec }: AilingContainer, probe: 'startup' | 'liveness' | 'readiness') {
  return asObject(spec[`${probe}Probe`]);
}
