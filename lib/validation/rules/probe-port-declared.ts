import { quoted } from '../fields/expectations';
import { listed } from '../references/named-objects';
import { workloadsAmong } from '../pods/pods';
import { undeclaredProbePorts } from '../reach/probe-ports';
import type { Rule } from '../rule';

/**
 * A startup or readiness probe that asks a port by a name that its container does not have comes to no result, time
 * after time: the Pod is never ready, nothing is sent to it, and a rollout stands still.
 *
 * A liveness probe of that kind lets its container run on, and so does any probe in a Job: `probe-port-listed` is
 * about these.
 */
export const probePortDeclared: Rule = {
  id: 'probe-port-declared',
  class: 'parked',
  severity: 'error',
  summary: 'Every port that a startup or readiness probe names is declared by its container.',
  remedy: "Name one of the container's ports in the probe, or give the port this name.",
  check: (manifests) =>
    workloadsAmong(manifests).flatMap((workload) =>
      undeclaredProbePorts(workload)
        .filter(({ holdsPod }) => holdsPod)
        .map(({ field, port, declared }) => {
          const names = declared.flatMap(({ name }) => (name === '' ? [] : [name]));
          const message = `is ${quoted(String(port))}; the container declares ${names.length === 0 ? 'no port by a name' : listed(names)}`;
          return { manifest: workload.manifest, field, message };
        }),
    ),
};
