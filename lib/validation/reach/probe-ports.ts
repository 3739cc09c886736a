import { asObject } from '../manifest';
import type { JsonObject } from '../manifest';
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

/** The probes without whose success a Pod is not ready; without a result of the third, a container runs on. */
const AWAITED_PROBES = ['startupProbe', 'readinessProbe'];

/** The kinds whose Pods are never waited for to be ready. */
const NOT_AWAITED: ReadonlySet<string> = new Set(['Job', 'CronJob']);

/**
 * Returns the ports that the probes of a workload ask without their container declaring them.
 *
 * A name that is not there is an error of the probe, whose result is then thrown away: it neither fails nor succeeds.
 *
 * @see kubernetes/kubernetes v1.27 pkg/probe/util.go, ResolveContainerPort, and pkg/kubelet/prober/worker.go, doProbe
 */
export function undeclaredProbePorts({ kind, containers }: WorkloadManifest): readonly UndeclaredPort[] {
  return containers
    .filter(({ init }) => !init)
    .flatMap(({ path, json }) => {
      const declared = declaredPorts(json);
      return [...AWAITED_PROBES, 'livenessProbe'].flatMap((probe) =>
        askedPorts(asObject(json[probe]))
          .filter(({ port }) => !declared.some(({ name, number }) => port === name || port === number))
          .map(({ field, port }) => {
            const holdsPod = typeof port === 'string' && AWAITED_PROBES.includes(probe) && !NOT_AWAITED.has(kind);
            return { field: `${path}.${probe}.${field}`, port, declared, holdsPod };
          }),
      );
    });
}

function askedPorts(probe: JsonObject): readonly Pick<UndeclaredPort, 'field' | 'port'>[] {
  return ['httpGet', 'tcpSocket', 'grpc'].flatMap((handler) => {
    const { port } = asObject(probe[handler]);
    if (typeof port !== 'number' && typeof port !== 'string') return [];
    const number = Number(port);
    // The kubelet reads a text of digits as a number.
    return [{ field: `${handler}.port`, port: port !== '' && Number.isInteger(number) ? number : port }];
  });
}
