import type { Cluster } from '../cluster/cluster';
import type { Unanswered } from '../judge/finding';
import { containersToHear } from './containers-to-hear';
import type { ContainerToHear } from './containers-to-hear';
import { inParallel } from './in-parallel';
import type { Answer, Kubectl } from './kubectl';
import type { KubectlFailure } from './kubectl-failure';

/** The last lines of containers, by `namespace/pod/container`, and what could not be had of them. */
export interface ReadLogs {
  readonly logs: ReadonlyMap<string, string>;
  readonly unanswered: readonly Unanswered[];
}

const LINES = 100;

/** Also of lines without an end. */
const BYTES = 64 * 1024;

const AT_ONCE = 4;

/** A node that does not answer costs a time-out for each container on it; after so many nobody is asked any more. */
const MOST_FAILURES = 8;

/** Reads the last lines of the containers in trouble: of the run that ended, or else of this one. */
export async function readLogs(kubectl: Kubectl, cluster: Cluster): Promise<ReadLogs> {
  const containers = containersToHear(cluster);
  const logs = new Map<string, string>();
  const failures: KubectlFailure[] = [];
  await inParallel(containers, AT_ONCE, async (container) => {
    if (failures.length >= MOST_FAILURES || failures.some(({ kind }) => kind === 'forbidden')) return;
    const { value, failure } = await logOf(kubectl, container);
    if (failure === undefined) logs.set(`${container.namespace}/${container.pod}/${container.container}`, value);
    else failures.push(failure);
  });
  const [first] = failures;
  const missing = containers.length - logs.size;
  return {
    logs,
    unanswered:
      first === undefined
        ? []
        : [{ question: 'what the logs say', reason: `${missing} of ${containers.length} not read: ${first.message}` }],
  };
}

async function logOf(kubectl: Kubectl, container: ContainerToHear): Promise<Answer<string>> {
  const { namespace, pod, container: name, hasEnded } = container;
  const args = ['logs', pod, '-n', namespace, '-c', name, `--tail=${LINES}`, `--limit-bytes=${BYTES}`];
  if (!hasEnded) return kubectl.text(args);
  const before = await kubectl.text([...args, '--previous']);
  // The kubelet may have removed the container of the run before: `previous terminated container "x" not found`.
  return before.failure === undefined || before.failure.kind === 'forbidden' ? before : kubectl.text(args);
}
