import { quoted } from '../fields/expectations';
import { listed } from '../references/named-objects';
import { workloadsAmong } from '../pods/pods';
import { undeclaredProbePorts } from '../reach/probe-ports';
import type { Rule } from '../rule';

/**
 * A liveness probe that asks a port by a name that is not there never restarts its container, and a number that is
 * not listed beside others is often an old one.
 *
 * A number is let pass where a container lists no ports at all, since to list them is optional.
 */
export const probePortListed: Rule = {
  id: 'probe-port-listed',
  class: 'policy',
  severity: 'error',
  summary: 'Every port that a probe asks is among those that its container lists.',
  remedy: "Write one of the container's ports in the probe, or list the port that it asks.",
  check: (manifests) =>
    workloadsAmong(manifests).flatMap((workload) =>
      undeclaredProbePorts(workload)
        .filter(({ holdsPod, port, declared }) => !holdsPod && (typeof port === 'string' || declared.length > 0))
        .map(({ field, port, declared }) => {
          const ports = declared.map(({ name, number }) => (name === '' ? String(number) : `${name} ${number}`));
          const asked = typeof port === 'string' ? quoted(port) : port;
          return {
            manifest: workload.manifest,
            field,
            message: `is ${asked}; the container lists ${ports.length === 0 ? 'no port' : listed(ports)}`,
            severity: typeof port === 'string' ? ('error' as const) : ('warning' as const),
          };
        }),
    ),
};
