import { noProgress } from '../../progress';
import { READ_AT } from '../testing/a-cluster';
import { aClusterObject } from '../testing/cluster-objects';
import { aContainerStatus, aDeployment, aPod, aReplicaSet } from '../testing/cluster-workloads';
import { answersWith, forbidden, SAID, standInKubectl } from '../testing/stand-in-kubectl';
import type { StandInAnswer } from '../testing/stand-in-kubectl';
import { Kubectl } from './kubectl';
import { readCluster } from './read-cluster';

const web = aDeployment();
const replicaSet = aReplicaSet(web);
const ended = { terminated: { exitCode: 1, reason: 'Error' } };
const crashing = aPod(replicaSet, {
  status: {
    containerStatuses: [
      aContainerStatus('web', { state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: ended }),
    ],
  },
});
const objects = [web, replicaSet, crashing];

const read = (answers: readonly StandInAnswer[], progress = noProgress) =>
  readCluster(new Kubectl(standInKubectl(answers), {}), {
    namespace: 'znyw-prod',
    nowMillis: Date.parse(READ_AT),
    progress,
  });

test('every kind is read, and of a container that ended the last lines of the run before', async () => {
  const log = { to: '--previous', stdout: 'cannot open keytab\n' };

  const reading = await read([log, ...answersWith(objects)]);

  expect(reading.objects.map(({ json }) => json['kind'])).toEqual(['Namespace', 'Pod', 'Deployment', 'ReplicaSet']);
  expect([...reading.unread]).toEqual([]);
  expect([...reading.logs]).toEqual([['znyw-prod/web-5d4f8c7b9d-x2x4z/web', 'cannot open keytab\n']]);
  expect(reading.readAtMillis).toBe(Date.parse(READ_AT));
});

test('where the run before is gone, the lines of this one are read', async () => {
  const reading = await read([
    { to: '--previous', stderr: SAID.noPrevious },
    { to: 'logs ', stdout: 'starting\n' },
    ...answersWith(objects),
  ]);

  expect([...reading.logs.values()]).toEqual(['starting\n']);
});

test('logs that may not be read are asked for once, and told', async () => {
  const reading = await read([{ to: 'logs ', stderr: forbidden('pods') }, ...answersWith(objects)]);

  expect(reading.unanswered).toEqual([
    {
      question: 'what the logs say',
      reason: expect.stringContaining('1 of 1 not read: Error from server (Forbidden)'),
    },
  ]);
});

test('the empty List that kubectl prints of what is forbidden is not taken for none', async () => {
  const empty = '{"apiVersion":"v1","items":[],"kind":"List"}';

  const reading = await read([
    { to: 'get nodes', stdout: empty, stderr: forbidden('nodes') },
    { to: 'get services', stdout: empty, stderr: forbidden('services') },
    ...answersWith(objects),
  ]);

  const reason = 'not allowed (403) as user system:serviceaccount:znyw-prod:reader';
  expect([...reading.unread]).toEqual([
    ['services', reason],
    ['nodes', reason],
  ]);
});

test('of Secrets the names, types and keys are kept, and the call prints no more', async () => {
  const secret = aClusterObject('v1', 'Secret', {
    name: 'mongo',
    rest: { type: 'Opaque', data: { password: 'c2VjcmV0' } },
  });

  const { objects: found } = await read(answersWith([secret]));

  expect(found.find(({ json }) => json['kind'] === 'Secret')?.json).toEqual({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: 'mongo',
      namespace: 'znyw-prod',
      uid: 'uid-secret-mongo',
      creationTimestamp: '2026-11-23T06:00:00Z',
    },
    type: 'Opaque',
    data: { password: '' },
  });
});

test('of Pods of other namespaces is read what they take of a node', async () => {
  const line = 'kube-system\tdns-1\tvm-1\tRunning\t{"requests":{"cpu":"1"}} {}\t\t{"cpu":"10m"}\n';

  const { podsElsewhere } = await read([{ to: '--all-namespaces', stdout: line }, ...answersWith(objects)]);

  expect(podsElsewhere?.map(({ json }) => json)).toEqual([
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { namespace: 'kube-system', name: 'dns-1' },
      spec: {
        nodeName: 'vm-1',
        containers: [
          { name: '0', resources: { requests: { cpu: '1' } } },
          { name: '1', resources: {} },
        ],
        initContainers: [],
        overhead: { cpu: '10m' },
      },
      status: { phase: 'Running' },
    },
  ]);
});

test.each([
  ['unauthorized', SAID.unauthorized, 'the cluster does not accept this token or certificate: '],
  ['no route', SAID.refused, 'the cluster cannot be reached: '],
  ['a name without an address', SAID.noHost, 'the cluster cannot be reached: '],
  ['a time-out', SAID.timeOut, 'the cluster does not answer in time: '],
  ['a certificate', SAID.certificate, 'the certificate of the cluster is not trusted, or it does not speak TLS: '],
  ['a context', SAID.noContext, 'the kubeconfig, or a context, user or cluster in it, cannot be used: '],
  ['a namespace', SAID.noNamespace, 'the cluster has no namespace znyw-prod'],
])('%s keeps it from looking, with what to check', async (_, stderr, reason) => {
  await expect(read([{ stderr }])).rejects.toMatchObject({
    reason: { en: expect.stringContaining(reason) },
    remedy: { en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/。$/) },
  });
});

test('a page to log in is no API server', async () => {
  await expect(read([{ stdout: '<html>log in</html>' }])).rejects.toMatchObject({
    reason: { en: 'what answers there is no Kubernetes API server: what came back is not JSON of Kubernetes' },
  });
});

test('garbage for one kind leaves that kind unread', async () => {
  const reading = await read([{ to: 'get events', stdout: '{"items": [' }, ...answersWith(objects)]);

  expect([...reading.unread]).toEqual([['events', 'not read: what came back is not JSON of Kubernetes']]);
});

test('a token that may read nothing of the namespace has looked at nothing', async () => {
  await expect(read([{ stderr: forbidden('pods') }])).rejects.toMatchObject({
    reason: { en: expect.stringContaining('nothing in the namespace may be read: ') },
  });
});

test('it tells what it reads, from the namespace to the logs', async () => {
  const told: string[] = [];

  await read(answersWith(objects), (what) => told.push(`${what().en} / ${what().zh}`));

  expect(told[0]).toBe('reading namespace znyw-prod / 正在读取 namespace znyw-prod');
  expect(told[1]).toMatch(/^reading \w+ \(1 of (\d+) kinds\) \/ 正在读取 \w+（1 \/ \1 类）$/);
  expect(told.at(-1)).toBe('reading logs / 正在读取日志');
});
