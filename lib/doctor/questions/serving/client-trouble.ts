import type { Cluster } from '../../cluster/cluster';
import type { Severity } from '../../judge/finding';
import { explainedContainers } from '../crashes/explained-containers';
import type { ExplainedContainer } from '../crashes/explained-containers';
import { shownLine } from '../crashes/log-lines';

/** Whether a workload is in a trouble that an address which leads nowhere may be the cause of. */
export interface ClientTrouble {
  readonly isClient: boolean;
  /** `error` where it suffers from it, or will as soon as it needs the server; `warning` where something else ends it first. */
  readonly severity: Severity;
  /** What shows it. */
  readonly evidence: readonly string[];
}

/** Returns whether a workload that cannot reach some hosts suffers from it. */
export function clientTrouble(cluster: Cluster, id: string, hosts: readonly string[]): ClientTrouble {
  const unwell = explainedContainers(cluster).filter((one) => one.id === id);
  const suffering = unwell.filter((one) => suffers(one, hosts));
  const isClient = suffering.some(({ severity }) => severity === 'error');
  return {
    isClient,
    severity: isClient || unwell.every(({ severity }) => severity !== 'error') ? 'error' : 'warning',
    evidence: suffering.flatMap((one) => [
      ...(one.because.kind === 'unreachable' ? [`log: ${shownLine(one.because.server.line)}`] : []),
      one.statusText,
    ]),
  };
}

/** What ends for a reason of its own does not suffer from its connections. */
function suffers({ because, lines, probes }: ExplainedContainer, hosts: readonly string[]): boolean {
  if (because.kind === 'unreachable') return because.server.host === undefined || isAmong(because.server.host, hosts);
  if (because.kind === 'unknown')
    return lines.length === 0 || hosts.some((host) => lines.some((line) => line.includes(host)));
  if (because.kind === 'probe') return true;
  return because.kind === 'not-ready' && ![...probes.failures.values()].some(isAnswered);
}

/** A Pod has a short and a long name for one Service, and addresses are written with their number. */
function isAmong(host: string, hosts: readonly string[]): boolean {
  const short = (name: string) => name.split('.')[0];
  return /^[\d.]+$/.test(host) || hosts.some((one) => short(one) === short(host));
}

/** Tells whether the program answered its probe, and that the question was wrong. */
function isAnswered({ message }: { readonly message?: unknown }): boolean {
  return typeof message === 'string' && /statuscode: 4\d\d|not found in \$PATH/.test(message);
}
