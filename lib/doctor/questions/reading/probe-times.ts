import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import type { Text } from '../../../text';
import { wholeNumber } from '../../../validation/quantities/whole-number';

/** The numbers of a probe, with the defaults of Kubernetes. */
export interface ProbeTimes {
  readonly initialDelay: number;
  readonly period: number;
  readonly failures: number;
  readonly timeout: number;
  /** How long it waits before it gives up, in seconds. */
  readonly allowed: number;
}

/**
 * Returns the numbers of a probe.
 *
 * @see kubernetes/kubernetes v1.27 pkg/apis/core/v1/defaults.go, SetDefaults_Probe
 */
export function probeTimes(probe: JsonObject): ProbeTimes {
  const initialDelay = wholeNumber(probe['initialDelaySeconds'], 0);
  // 0 is what is sent where none is meant.
  const period = wholeNumber(probe['periodSeconds'], 10) || 10;
  const failures = wholeNumber(probe['failureThreshold'], 3) || 3;
  const timeout = wholeNumber(probe['timeoutSeconds'], 1) || 1;
  return { initialDelay, period, failures, timeout, allowed: initialDelay + period * failures };
}

/** Returns what a probe asks: `GET /healthz on port http`, `TCP port 8080`, or its command. */
export function probeText(probe: JsonObject): Text {
  const { httpGet, tcpSocket, grpc, exec } = probe;
  if (httpGet !== undefined) {
    const { scheme, path } = asObject(httpGet);
    const get = `${scheme === 'HTTPS' ? 'HTTPS ' : ''}GET ${asText(path) || '/'}`;
    const port = portText(asObject(httpGet));
    return { en: `${get} on port ${port}`, zh: `${get}，端口 ${port}` };
  }
  const socket = tcpSocket ?? grpc;
  if (socket !== undefined) {
    const port = `${tcpSocket === undefined ? 'gRPC' : 'TCP'} port ${portText(asObject(socket))}`;
    return { en: port, zh: port.replace(' port ', ' 端口 ') };
  }
  const command = asList(asObject(exec)['command']).map(asText).join(' ');
  const shown = command.length > 120 ? `${command.slice(0, 120)}…` : command;
  return shown === '' ? { en: 'no handler', zh: '没有写明方式' } : { en: shown, zh: shown };
}

/** The port that a probe asks and that its container does not declare, with what it declares. */
export interface WrongProbePort {
  readonly asked: string;
  /** `http 8080`. */
  readonly declared: readonly string[];
}

/** Returns the port of a probe where its container declares others and not that one. */
export function tryWrongPort(probe: JsonObject, container: JsonObject): WrongProbePort | undefined {
  const port = ['httpGet', 'tcpSocket', 'grpc']
    .map((way) => asObject(probe[way])['port'])
    .find((one) => one !== undefined);
  if (typeof port !== 'number' && typeof port !== 'string') return undefined;
  const declared = asList(container['ports']).map(asObject);
  const isDeclared = declared.some(({ name, containerPort }) => port === name || Number(port) === containerPort);
  if (isDeclared || (declared.length === 0 && typeof port === 'number')) return undefined;
  return {
    asked: String(port),
    declared: declared.map(({ name, containerPort }) => `${asText(name)} ${wholeNumber(containerPort, 0)}`.trim()),
  };
}

function portText({ port }: JsonObject): string {
  return typeof port === 'number' || typeof port === 'string' ? String(port) : '?';
}
