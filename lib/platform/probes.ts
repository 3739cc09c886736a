import { Duration } from 'cdk8s';
import { IntOrString, type Probe } from '../../imports/k8s';

/** When and how often a probe asks, and how patient it is. */
export interface ProbeTiming {
  /**
   * Time between two questions.
   * @default 10 seconds
   */
  readonly period?: Duration;

  /**
   * Time that an answer may take.
   * @default 5 seconds; Kubernetes' own default of 1 second fails on a busy VM
   */
  readonly timeout?: Duration;

  /**
   * Failures in a row that count as a failure.
   * @default 3
   */
  readonly failures?: number;
}

/** Asks with an HTTP GET of a named port; any status from 200 to 399 is a yes. */
export function httpProbe(port: string, path: string, timing: ProbeTiming = {}): Probe {
  return { httpGet: { path, port: IntOrString.fromString(port) }, ...rendered(timing) };
}

/** Asks by opening a connection to a named port. */
export function tcpProbe(port: string, timing: ProbeTiming = {}): Probe {
  return { tcpSocket: { port: IntOrString.fromString(port) }, ...rendered(timing) };
}

/** Asks by running a command in the container; exit code 0 is a yes. */
export function execProbe(command: readonly string[], timing: ProbeTiming = {}): Probe {
  return { exec: { command: [...command] }, ...rendered(timing) };
}

/** Returns how long a start may take under a startup probe before the container is restarted, in seconds. */
export function patienceSeconds(probe: Probe): number {
  return (probe.periodSeconds ?? 10) * (probe.failureThreshold ?? 3);
}

function rendered({ period, timeout, failures }: ProbeTiming) {
  return {
    periodSeconds: (period ?? Duration.seconds(10)).toSeconds(),
    timeoutSeconds: (timeout ?? Duration.seconds(5)).toSeconds(),
    failureThreshold: failures ?? 3,
  };
}
