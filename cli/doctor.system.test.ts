import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApiServer } from '../lib/doctor/testing/api-server';
import type { ApiServerParts } from '../lib/doctor/testing/api-server';
import { aClusterObject } from '../lib/doctor/testing/cluster-objects';
import { aContainerStatus, aDeployment, aPod, aReplicaSet } from '../lib/doctor/testing/cluster-workloads';
import { testsWithProgram } from '../lib/workloads/testing/tests-with-program';
import { runZnyw } from './testing-terminal';

const web = aDeployment();
const replicaSet = aReplicaSet(web);
const killed = { terminated: { exitCode: 1, reason: 'Error' } };
const crash = { state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: killed, restartCount: 3 };
const crashing = aPod(replicaSet, { status: { containerStatuses: [aContainerStatus('web', crash)] } });
const secret = aClusterObject('v1', 'Secret', {
  name: 'mongo',
  rest: { type: 'Opaque', data: { password: 'aHVudGVyMg==' } },
});
const namespace = aClusterObject('v1', 'Namespace', { name: 'znyw-prod', namespace: '' });
const dns = aPod(undefined, { name: 'dns', namespace: 'kube-system' });
const objects = [web, replicaSet, crashing, secret, namespace, dns];

let folder: string;
let server: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  server?.closeAllConnections();
  server?.close();
});

const doctor = async (parts: ApiServerParts, ...args: readonly string[]) => {
  server = await startApiServer(parts);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'c', cluster: { server: `http://127.0.0.1:${port}` } }],
      users: [{ name: 'u', user: { token: 'abc' } }],
      contexts: [{ name: 'ctx', context: { cluster: 'c', user: 'u', namespace: 'znyw-prod' } }],
      'current-context': 'ctx',
    }),
  );
  // So that kubectl keeps nothing in the home of whoever runs this.
  const env = { PATH: process.env['PATH'], HOME: folder };
  return runZnyw(['doctor', '--kubeconfig', kubeconfig, ...args], { env });
};

testsWithProgram('kubectl', () => {
  test('every kind is read through it, a Secret without its values and a crash with its last words', async () => {
    const saved = join(folder, 'saved');
    const log = (isPrevious: boolean) => (isPrevious ? 'cannot open keytab\n' : 'starting\n');

    await doctor({ objects, log }, '--save', saved);

    const secrets = readFileSync(join(saved, 'secrets.json'), 'utf8');
    expect(secrets).toContain('"data":{"password":""}');
    expect(secrets).not.toContain('aHVudGVyMg');
    const logFile = join(saved, 'logs', 'znyw-prod', 'web-5d4f8c7b9d-x2x4z', 'web.log');
    expect(readFileSync(logFile, 'utf8')).toBe('cannot open keytab\n');
    expect(JSON.parse(readFileSync(join(saved, 'reading.json'), 'utf8'))).toMatchObject({
      namespace: 'znyw-prod',
      unread: {},
      unanswered: [],
    });
    expect(readFileSync(join(saved, 'pods-elsewhere.json'), 'utf8')).toContain('"requests":{"cpu":"100m"');
  });

  test('what the token may not read is told, kind by kind', async () => {
    const { out } = await doctor({ objects, forbidden: ['nodes', 'secrets'] }, '--output', 'json');

    const unknown: readonly { question: string; reason: string }[] = JSON.parse(out).unknown;
    expect(unknown.filter(({ reason }) => reason.includes('not allowed (403) as user reader')).length).toBeGreaterThan(
      1,
    );
  });

  test('a token that is not accepted', async () => {
    const { code, err } = await doctor({ objects, accepts: false });

    expect(code).toBe(3);
    expect(err).toMatch(/^error: the cluster does not accept this token or certificate: /);
  });

  test('a namespace that is not there', async () => {
    const { code, err } = await doctor({ objects }, '--namespace', 'nope');

    expect(code).toBe(3);
    expect(err).toMatch(/^error: the cluster has no namespace nope\n {2}to fix: Check --namespace/);
  });

  test('a context that is not there', async () => {
    const { code, err } = await doctor({ objects }, '--context', 'nope');

    expect(code).toBe(3);
    expect(err).toMatch(/^error: the kubeconfig, or a context, user or cluster in it, cannot be used: .*nope/);
  });

  test('a server that takes the connection and says nothing', async () => {
    const { code, err } = await doctor({ objects, isSilent: true });

    expect(code).toBe(3);
    expect(err).toMatch(/^error: the cluster does not answer in time: /);
  });
});
