import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { JsonObject } from '../../validation/manifest';
import { Cluster } from '../cluster/cluster';
import type { ClusterReading } from '../cluster/cluster';
import { NOT_SAVED } from '../cluster/read-kinds';
import { aCluster } from '../testing/a-cluster';
import { aClusterObject, anEvent } from '../testing/cluster-objects';
import { aDeployment, aPod, aReplicaSet } from '../testing/cluster-workloads';
import { saveReading } from './save-reading';
import { readSavedFiles } from './saved-files';
import { savedNamespaces, savedReading } from './saved-reading';

const web = aDeployment();
const replicaSet = aReplicaSet(web);
const pod = aPod(replicaSet);
const event = anEvent(pod, 'BackOff', 'Back-off restarting failed container');
const POD = 'web-5d4f8c7b9d-x2x4z';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'znyw-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: string) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};

const list = (items: readonly JsonObject[], kind = 'List') =>
  JSON.stringify({ apiVersion: 'v1', kind, items }, null, 4);

const readBack = async (): Promise<ClusterReading> => {
  const saved = await readSavedFiles(folder, noInput);
  const [namespace = ''] = savedNamespaces(saved);
  return savedReading(saved, namespace);
};

const noInput = () => {
  throw new Error('standard input is not read');
};

test('what was saved is read back as it was', async () => {
  const { reading } = aCluster([web, replicaSet, pod, event], {
    logs: { [`znyw-prod/${POD}/web`]: 'line\n' },
    unread: { nodes: 'not allowed (403)' },
  });
  const target = join(folder, 'saved');

  saveReading(target, { ...reading, namespace: 'znyw-prod' });
  folder = target;
  const back = await readBack();

  expect(back.objects.map(({ json }) => json)).toEqual(expect.arrayContaining([web, replicaSet, pod, event]));
  expect([...back.logs]).toEqual([...reading.logs]);
  expect([...back.unread]).toEqual([['nodes', 'not allowed (403)']]);
  expect(back.readAtMillis).toBe(reading.readAtMillis);
  expect(back.namespace).toBe('znyw-prod');
  folder = dirname(target);
});

test('a folder with something in it is not written to', () => {
  write('mine.txt', '');

  expect(() => saveReading(folder, aCluster([]).reading)).toThrow(`${folder} is not empty`);
});

test('a name that leads out of the folder is not written', () => {
  const target = join(folder, 'saved');

  saveReading(target, aCluster([], { logs: { 'znyw-prod/../../evil': 'x' } }).reading);

  expect(readdirSync(target)).not.toContain('logs');
});

test('no value of a Secret gets in, neither from a file nor through what kubectl notes of an apply', async () => {
  const secret = aClusterObject('v1', 'Secret', {
    name: 'mongo',
    metadata: {
      annotations: { 'kubectl.kubernetes.io/last-applied-configuration': '{"data":{"password":"hunter2"}}' },
    },
    rest: { data: { password: 'aHVudGVyMg==' }, stringData: { other: 'hunter2' } },
  });
  write('all.json', list([secret, pod]));

  const { objects } = await readBack();

  expect(objects[0]?.json['data']).toEqual({ other: '', password: '' });
  expect(JSON.stringify(objects)).not.toMatch(/hunter2|aHVudGVyMg/);
});

test('JSON, YAML, Lists in Lists and lists of one kind are read, whatever the files are called', async () => {
  write('a.json', list([JSON.parse(list([web])), replicaSet]));
  write(
    'b/c.yaml',
    stringify({ apiVersion: 'v1', kind: 'PodList', items: [{ ...pod, kind: undefined, apiVersion: undefined }] }),
  );
  write('d.yml', `${stringify(event)}---\n${stringify(web)}`);

  const cluster = new Cluster(await readBack());

  expect(['Deployment', 'ReplicaSet', 'Pod'].map((kind) => cluster.ofKind(kind).length)).toEqual([1, 1, 1]);
  expect(cluster.eventsAbout({ json: pod, file: '' })).toHaveLength(1);
});

test('a kind without an object is not read, unless a file is named after it or is a List of it', async () => {
  write('things.json', list([pod, event]));
  write('quota.json', list([]));
  write('x.json', list([], 'ServiceList'));

  const { unread } = await readBack();

  expect(unread.get('configmaps')).toBe(NOT_SAVED);
  expect(['pods', 'events', 'resourcequotas', 'services'].filter((plural) => unread.has(plural))).toEqual([]);
});

test('the kinds that run Pods are saved together: no CronJob beside a Deployment means none', async () => {
  write('things.json', list([web, pod]));

  const { unread } = await readBack();

  expect(unread.has('cronjobs')).toBe(false);
  expect(unread.has('events')).toBe(true);
});

test('Pods and events alone leave the rest unread', async () => {
  write('things.json', list([pod, event]));

  // A Pod is none of the workloads here: whoever saved it may not have asked for its Deployment.
  expect((await readBack()).unread.get('deployments')).toBe(NOT_SAVED);
});

test.each([
  `logs/${POD}/web.log`,
  `znyw-prod/${POD}/web.txt`,
  `${POD}_web.log`,
  `znyw-prod_${POD}_web.log`,
  `logs/${POD}.log`,
])('%s is the log of its container', async (file) => {
  write('pods.json', list([pod]));
  write(file, 'cannot open keytab\n');

  expect([...(await readBack()).logs]).toEqual([[`znyw-prod/${POD}/web`, 'cannot open keytab\n']]);
});

test('the run before counts more than this one', async () => {
  write('pods.json', list([pod]));
  write(`${POD}/web.log`, 'starting\n');
  write(`${POD}/web.previous.log`, 'cannot open keytab\n');

  expect([...(await readBack()).logs.values()]).toEqual(['cannot open keytab\n']);
});

test('a dump of kubectl cluster-info is read, with its logs', async () => {
  write('znyw-prod/pods.json', list([pod], 'PodList'));
  write(
    `znyw-prod/${POD}/logs.txt`,
    `==== START logs for container web of pod znyw-prod/${POD} ====\nline\n==== END logs for container web of pod znyw-prod/${POD} ====\n`,
  );

  expect([...(await readBack()).logs]).toEqual([[`znyw-prod/${POD}/web`, 'line\n']]);
});

test('of a log of any length the end is read', async () => {
  write('pods.json', list([pod]));
  write(`${POD}.log`, `${'x'.repeat(200_000)}the end`);

  const [log = ''] = [...(await readBack()).logs.values()];

  expect([log.length, log.endsWith('the end')]).toEqual([65_536, true]);
});

test('objects of other namespaces are left out, but for what their Pods take of the nodes', async () => {
  write('all.json', list([pod, aPod(undefined, { name: 'dns', namespace: 'kube-system' })]));

  const reading = savedReading(await readSavedFiles(folder, noInput), 'znyw-prod');

  expect(reading.objects).toHaveLength(1);
  expect(reading.podsElsewhere?.map(({ json }) => json['metadata'])).toMatchObject([{ name: 'dns' }]);
});

test.each([[[]], [undefined]])('that %p Pods were read elsewhere is kept', async (podsElsewhere) => {
  const essential = { question: 'the log of web', reason: 'timed out', isEssential: true };
  const reading = aCluster([pod], {
    unanswered: [essential],
    ...(podsElsewhere === undefined ? {} : { podsElsewhere }),
  });
  const saved = join(folder, 'saved');
  saveReading(saved, { ...reading.reading, namespace: 'znyw-prod' });

  const read = savedReading(await readSavedFiles(saved, noInput), 'znyw-prod');

  expect([read.podsElsewhere, read.unanswered]).toEqual([podsElsewhere, [essential]]);
});

test('a file that cannot be read keeps the rest from being called healthy', async () => {
  write('pods.json', list([pod]));
  write('events.json', '{"items": [');

  expect((await readBack()).unanswered).toEqual([
    {
      question: `what ${join(folder, 'events.json')} says`,
      reason: 'is not JSON: expected a value',
      isEssential: true,
    },
  ]);
});

test('the time of a saved cluster is the newest in it, and not one that people wrote', async () => {
  const annotated = aPod(replicaSet, { metadata: { annotations: { startedAt: '2031-01-01T00:00:00Z' } } });
  write('pods.json', list([annotated, event]));

  expect(new Date((await readBack()).readAtMillis).toISOString()).toBe('2026-11-23T06:50:00.000Z');
});

test('an event of the newer API is one of the core API', async () => {
  const regarding = { kind: 'Pod', namespace: 'znyw-prod', name: POD };
  const newer = { apiVersion: 'events.k8s.io/v1', kind: 'Event', metadata: { name: 'e', namespace: 'znyw-prod' } };
  write('a.json', list([pod, { ...newer, regarding, note: 'Back-off', deprecatedCount: 3, reason: 'BackOff' }]));

  const [found] = new Cluster(await readBack()).eventsAbout({ json: pod, file: '' });

  expect(found).toMatchObject({ message: 'Back-off', count: 3, reason: 'BackOff' });
});

test('the time for five thousand Pods is no matter of minutes', async () => {
  write('pods.json', list(Array.from({ length: 5_000 }, (_, index) => aPod(replicaSet, { name: `web-${index}` }))));
  const started = Date.now();

  const cluster = new Cluster(await readBack());

  expect(cluster.ofKind('Pod')).toHaveLength(5_000);
  expect(Date.now() - started).toBeLessThan(40_000);
  expect(readFileSync(join(folder, 'pods.json')).length).toBeGreaterThan(10 * 2 ** 20);
});
