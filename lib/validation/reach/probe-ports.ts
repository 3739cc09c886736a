import { asObject, isJsonObject } from '../manifest';
import type { Json } from '../manifest';
import { oncePer } from '../once-per';
import { declaredPorts } from '../pods/pod-templates';
import type { DeclaredPort } from '../pods/pod-templates';
import type { WorkloadManifest } from '../pods/pods';

/** A port that a probe asks and that its container does not declare. */
export interface UndeclaredPort {
  /** Where it stands: `spec.template.spec.containers[web].readinessProbe.httpGet.port`. */
  readonly field: string;
  /** By number, or by name. */
  readonly port: number | string;
  /** What the container declares. */
  readonly declared: readonly DeclaredPort[];
  /** Whether the Pod is never ready for it. */
  readonly holdsPod: boolean;
}

/** Without success of the first two a Pod is not ready; without a result of the third, a container runs on. */
const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'];

/** The kinds whose Pods are never waited for to be ready. */
const NOT_AWAITED: ReadonlySet<string> = new Set(['Job', 'CronJob']);

/**
 * Returns the ports that the probes of a workload ask without their container declaring them.
 *
 * A name that is not there is an error of the probe, whose result is then thrown away: it neither fails nor succeeds.
 *
 * @see kubernetes/kubernetes v1.27 pkg/probe/util.go, ResolveContainerPort, and pkg/kubelet/prober/worker.go, doProbe
 */
export const undeclaredProbePorts = oncePer(({ kind, containers }: WorkloadManifest): readonly UndeclaredPort[] => {
  const undeclared: UndeclaredPort[] = [];
  for (const { path, json, init } of containers) {
    if (init) continue;
    for (const probe of PROBES) {
      for (const { field, port } of askedPorts(json[probe])) {
        const declared = declaredPorts(json);
        if (declared.some(({ name, number }) => port === name || port === number)) continue;
        const holdsPod = typeof port === 'string' && probe !== 'livenessProbe' && !NOT_AWAITED.has(kind);
        undeclared.push({ field: `${path}.${probe}.${field}`, port, declared, holdsPod });
      }
    }
  }
  return undeclared;
});

function askedPorts(probe: Json | undefined): readonly Pick<UndeclaredPort, 'field' | 'port'>[] {
  if (!isJsonObject(probe)) return [];
  return ['httpGet', 'tcpSocket', 'grpc'].flatMap((handler) => {
    const { port } = asObject(probe[handler]);
    if (typeof port !== 'number' && typeof port !== 'string') return [];
    const number = Number(port);
    // The kubelet reads a text of digits as a number.
    return [{ field: `${handler}.port`, port: port !== '' && Number.isInteger(number) ? number : port }];
  });
}
