import * as fc from 'fast-check';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { aCloud, aContainer, aSizedContainer } from '../../../validation/testing/manifest-builders';
import { oddManifests } from '../../../validation/testing/odd-manifests';
import { aConfigMap, anObject, aPolicy, aServer, aService } from '../../../validation/testing/reach-builders';
import type { EnvironmentReport } from '../report-model';
import { buildReportModel } from './build-report-model';

const MI = 2 ** 20;

function reportOf(manifests: readonly Manifest[], rest: object = {}): EnvironmentReport {
  const [environment] = buildReportModel([
    { name: 'set', environment: { cloud: aCloud() }, manifests, ...rest },
  ]).environments;
  if (environment === undefined) throw new Error('a set has a report');
  return environment;
}

function claim(name: string): Manifest {
  return anObject('v1', 'PersistentVolumeClaim', name, {
    spec: { storageClassName: 'fast', resources: { requests: { storage: '5Gi' } } },
  });
}

const STORE = aServer('shop-db', {
  file: 'shop-db.yaml',
  spec: { replicas: 2 },
  labels: { app: 'shop-db' },
  container: aSizedContainer('mongod', '500m/1Gi', '1/2Gi'),
  podSpec: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'shop-db-data' } }] },
});

test('a workload is a row with what it runs, asks, keeps and offers', () => {
  const { workloads } = reportOf([STORE, claim('shop-db-data'), aService('shop-db', { ports: [{ port: 27017 }] })], {
    sources: new Map([['shop-db.yaml', ['lib/shop.ts']]]),
  });

  expect(workloads).toEqual([
    {
      id: 'Deployment/znyw-prod/shop-db',
      kind: 'Deployment',
      name: 'shop-db',
      stack: '',
      containers: [{ name: 'mongod', image: 'web:1', init: false }],
      replicas: 2,
      requests: { cpuMillis: 1000, memoryBytes: 2048 * MI },
      limits: { cpuMillis: 2000, memoryBytes: 4096 * MI },
      storage: [{ claim: 'shop-db-data', size: '5Gi', storageClass: 'fast' }],
      endpoints: ['shop-db:27017/TCP'],
      file: 'shop-db.yaml',
      sources: ['lib/shop.ts'],
      yaml: expect.stringContaining('kind: Deployment'),
    },
  ]);
});

test('a CronJob tells its schedule and what one run asks', () => {
  const backup = anObject('batch/v1', 'CronJob', 'backup', {
    spec: {
      schedule: '0 2 * * *',
      timeZone: 'Asia/Shanghai',
      jobTemplate: { spec: { template: { spec: { containers: [aContainer()] } } } },
    },
  });

  expect(reportOf([backup]).workloads[0]).toMatchObject({
    schedule: '0 2 * * * Asia/Shanghai',
    replicas: 1,
    requests: { cpuMillis: 100, memoryBytes: 128 * MI },
  });
});

test('an Ingress and a NodePort are endpoints', () => {
  const entry = anObject('networking.k8s.io/v1', 'Ingress', 'entry', {
    spec: {
      tls: [{ hosts: ['shop.example.org'] }],
      rules: [
        { host: 'shop.example.org', http: { paths: [{ path: '/a', backend: { service: { name: 'web' } } }] } },
        { http: { paths: [{ backend: { service: { name: 'web' } } }] } },
      ],
    },
  });
  const service = aService('web', { type: 'NodePort', ports: [{ port: 80, nodePort: 30080 }] });

  expect(reportOf([aServer('web'), service, entry]).workloads[0]?.endpoints).toEqual([
    'http://*/',
    'https://shop.example.org/a',
    'web:80/TCP (NodePort 30080)',
  ]);
});

test('the YAML of a workload is its file without what is secret', () => {
  const secret = anObject('v1', 'Secret', 'web', { stringData: { password: 'hunter2' } }, { file: 'web.yaml' });
  const [row] = reportOf([aServer('web', { file: 'web.yaml' }), secret, aServer('other')]).workloads.slice(-1);

  expect(row?.yaml).toContain('kind: Secret');
  expect(row?.yaml).not.toContain('hunter2');
  expect(row?.yaml).not.toContain('other');
});

test('a file with many workloads is not repeated for each of them', () => {
  const file = 'all.yaml';
  const servers = Array.from({ length: 300 }, (_, index) => [
    aServer(`w${index}`, { file }),
    aService(`w${index}`, {}, { file }),
  ]).flat();
  const { workloads } = reportOf(servers);

  expect(workloads[0]?.yaml.match(/^kind: .*/gm)).toEqual(['kind: Deployment', 'kind: Service']);
});

test('stacks come from the label, then from what the set is part of, then from names that several share', () => {
  const labelled = (name: string, labels: JsonObject): Manifest => {
    const { file, json } = aServer(name);
    return { file, json: { ...json, metadata: { namespace: 'znyw-prod', name, labels } } };
  };
  const { workloads } = reportOf([
    labelled('a', { 'znyw/stack': 'focus', 'app.kubernetes.io/part-of': 'znyw' }),
    labelled('b', { 'app.kubernetes.io/part-of': 'znyw' }),
    aServer('shop-web'),
    aServer('shop-db'),
    aServer('alone-web'),
  ]);

  expect(workloads.map(({ name, stack }) => [name, stack])).toEqual([
    ['alone-web', ''],
    ['a', 'focus'],
    ['shop-db', 'shop'],
    ['shop-web', 'shop'],
    ['b', 'znyw'],
  ]);
});

test('systems in several namespaces are pictures of their own', () => {
  const inNamespace = (namespace: string) =>
    ['web', 'db'].map((name) => {
      const { file, json } = aServer(`shop-${name}`, {});
      return { file, json: { ...json, metadata: { name: `shop-${name}`, namespace } } };
    });

  const { graphs } = reportOf([...inNamespace('one'), ...inNamespace('two')]);

  expect(graphs.map(({ stack, nodes }) => [stack, nodes.length])).toEqual([
    ['one/shop', 2],
    ['two/shop', 2],
  ]);
});

test('a workload of another stack is in the picture of who talks to it', () => {
  const web = aServer('shop-web', { container: { env: [{ name: 'BILL_URL', value: 'http://bill-api' }] } });
  const { graphs } = reportOf([web, aServer('shop-db'), aServer('bill-api'), aServer('bill-db'), aService('bill-api')]);

  expect(
    graphs.map(({ stack, nodes }) => [stack, nodes.map(({ label, foreignStack }) => [label, foreignStack])]),
  ).toEqual([
    [
      'bill',
      [
        ['bill-api', undefined],
        ['bill-db', undefined],
        ['shop-web', 'shop'],
      ],
    ],
    [
      'shop',
      [
        ['bill-api', 'bill'],
        ['shop-db', undefined],
        ['shop-web', undefined],
      ],
    ],
  ]);
});

test('the same workload in two files is two nodes', () => {
  const { graphs, workloads } = reportOf([aServer('web', { file: 'a.yaml' }), aServer('web', { file: 'b.yaml' })]);

  expect(workloads.map(({ id }) => id)).toEqual(['Deployment/znyw-prod/web', 'Deployment/znyw-prod/web 2']);
  expect(graphs.flatMap(({ nodes }) => nodes.map(({ id }) => id))).toEqual(workloads.map(({ id }) => id));
});

test('an image runs in containers of several workloads and versions', () => {
  const named = (name: string, image: string) => aServer(name, { container: { name: 'c', image } });

  expect(
    reportOf([named('b', 'dtr.corp:5000/z/mongo:7'), named('a', 'mongo@sha256:00'), named('c', '')]).images,
  ).toEqual([{ image: 'mongo', versions: ['7', 'sha256:00'], containers: ['a/c', 'b/c'] }]);
});

test('Pods land on the VMs, and what has no room after a loss is named', () => {
  const large = (name: string) => aServer(name, { container: aSizedContainer('c', '5/1Gi', '5/1Gi') });
  const { placements } = reportOf([large('a'), large('b')]);

  expect(
    placements.map(({ lostVm, vms, homeless }) => [
      lostVm,
      vms.map(({ vm, pods }) => [vm, pods.map(({ workload }) => workload)]),
      homeless.map(({ workload }) => workload),
    ]),
  ).toEqual([
    [
      undefined,
      [
        [1, ['a']],
        [2, ['b']],
      ],
      [],
    ],
    [1, [[2, ['b']]], ['a']],
    [2, [[1, ['a']]], ['b']],
  ]);
});

test('without a cloud there is no quota and no placement, and the rules say what they could not ask', () => {
  const [report] = buildReportModel([{ name: 'folder', environment: {}, manifests: [STORE] }]).environments;

  expect(report).toMatchObject({ name: 'folder', namespace: 'znyw-prod', placements: [] });
  expect(report?.quota).toBeUndefined();
  expect(report?.rules.notRun.map(({ rule }) => rule)).toContain('requests-within-quota');
});

test('nothing at all is a report too', () => {
  expect(buildReportModel([])).toEqual({ environments: [] });
  expect(reportOf([])).toMatchObject({ workloads: [], graphs: [], images: [] });
});

test('odd objects are a report too', () => {
  const web = aServer('web', {
    container: {
      env: [
        { name: 'DB_URL', value: 'http://db' },
        { name: 'M_HOST', value: 'm.a.b' },
      ],
    },
    podSpec: { volumes: [{ name: 'd', persistentVolumeClaim: { claimName: 'c' } }] },
  });
  const policy = aPolicy('web', {
    egress: [{ ports: [{ port: 1, endPort: 2 }], to: [{ podSelector: {} }, { ipBlock: { cidr: '10.0.0.0/24' } }] }],
    ingress: [{ from: [{ namespaceSelector: { matchLabels: { a: 'b' } }, podSelector: {} }] }],
  });
  const entry = anObject('networking.k8s.io/v1', 'Ingress', 'e', {
    spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } }, tls: [{ hosts: ['a'] }] },
  });

  fc.assert(
    fc.property(oddManifests(web, policy, entry, claim('c'), aService('web'), aConfigMap('web', { a: 'b' })), (odd) => {
      const manifests = [web, aServer('db'), aService('db'), ...odd];
      const text = JSON.stringify(
        buildReportModel([{ name: 'odd', environment: { cloud: aCloud() }, manifests }]).environments[0]?.graphs,
      );
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }),
    { numRuns: 60 },
  );
});
