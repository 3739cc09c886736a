import type { ClusterReading } from '../../lib/doctor/cluster/cluster';
import { Kubectl } from '../../lib/doctor/load/kubectl';
import { readCluster } from '../../lib/doctor/load/read-cluster';
import type { RunKubectl } from '../../lib/doctor/load/run-kubectl';
import type { RunProgram } from '../../lib/delivery/svn/run-program';
import type { WatchedTerminal } from '../progress';
import type { DoctorRequest } from './read-request';

/** What an API server is asked besides objects is small. */
const CONTEXT_BOUNDS = { timeoutMillis: 20_000, maxOutputBytes: 2 ** 16 };

/**
 * Reads a cluster through kubectl.
 *
 * @param usual the namespace of the environment. @default that of the context
 * @throws CouldNotLook if nothing at all could be read
 */
export async function liveCluster(
  request: DoctorRequest,
  usual: string | undefined,
  terminal: WatchedTerminal,
  run: RunProgram,
): Promise<ClusterReading> {
  const env = Object.fromEntries(
    Object.entries(terminal.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
  const kubectl: RunKubectl = (args, bounds) => run('kubectl', args, { ...bounds, env, input: '' });
  const namespace = request.namespace ?? usual ?? (await namespaceOfContext(kubectl, request));
  const { progress } = terminal;
  return readCluster(new Kubectl(kubectl, request), { namespace, nowMillis: Date.now(), progress });
}

/** As kubectl: `default` where the context names none, or kubectl itself will say what is wrong with it. */
async function namespaceOfContext(run: RunKubectl, { kubeconfig, context }: DoctorRequest): Promise<string> {
  const access = [
    ...(kubeconfig === undefined ? [] : ['--kubeconfig', kubeconfig]),
    ...(context === undefined ? [] : ['--context', context]),
  ];
  try {
    const { status, stdout } = await run(
      [...access, 'config', 'view', '--minify', '-o', 'jsonpath={..namespace}'],
      CONTEXT_BOUNDS,
    );
    const namespace = stdout.trim();
    return status === 0 && namespace !== '' ? namespace : 'default';
  } catch {
    return 'default';
  }
}
