import { aCloud, aCronJob, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import type { Manifest } from '../manifest';
import type { RuleEnvironment } from '../rule';
import { limitsWithinVm } from './limits-within-vm';

const PROD: RuleEnvironment = { name: 'prod', cloud: aCloud(), source: 'lib/environments/prod.ts' };

const check = (manifests: readonly Manifest[], environment = PROD) => limitsWithinVm.check(manifests, environment);

test('limits up to exactly the share of a VM are allowed, in each file on its own', () => {
  const containers = [aSizedContainer('influxdb', '', '5.6/22Gi')];

  expect(check([aWorkload({ name: 'a', containers }), aWorkload({ name: 'b', containers })])).toEqual([]);
});

test('a single container with too much memory is told both numbers', () => {
  const manifest = aWorkload({ name: 'anomaly-influx', containers: [aSizedContainer('influxdb', '', '1/24Gi')] });

  expect(check([manifest])).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[influxdb].resources.limits.memory',
      message: 'is 24Gi; one YAML may have 22Gi (70 % of a VM of 32Gi)',
      remedy: 'Lower the limit to 22Gi in lib/environments/prod.ts, or split the workload.',
    },
  ]);
});

test('a single container with too much CPU is told both numbers', () => {
  const manifest = aWorkload({ name: 'anomaly-influx', containers: [aSizedContainer('influxdb', '', '6/1Gi')] });

  expect(check([manifest], { cloud: aCloud() })).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[influxdb].resources.limits.cpu',
      message: 'is 6 CPU; one YAML may have 5.6 (70 % of a VM of 8)',
      remedy: 'Lower the limit to 5.6 CPU, or split the workload.',
    },
  ]);
});

test('limits count for each replica', () => {
  const manifest = aWorkload({ spec: { replicas: 3 }, containers: [aSizedContainer('web', '', '2/1Gi')] });

  expect(check([manifest])).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].resources.limits.cpu',
      message: 'is 2 CPU and comes to 6 CPU with 3 Pods in web.k8s.yaml; one YAML may have 5.6 (70 % of a VM of 8)',
      remedy: 'Lower the limit to 1.866 CPU in lib/environments/prod.ts, or split the workload.',
    },
  ]);
});

test('of several workloads in one file, the finding is about the largest and says the sum of the file', () => {
  const file = 'focus.k8s.yaml';
  const [nginx, web, mysql] = [
    aWorkload({ file, name: 'nginx', containers: [aSizedContainer('nginx', '', '1/1Gi')] }),
    aWorkload({
      file,
      name: 'web',
      containers: [aSizedContainer('log', '', '1/1Gi'), aSizedContainer('web', '', '2/1Gi')],
    }),
    aWorkload({ file, name: 'mysql', containers: [aSizedContainer('mysql', '', '2/1Gi')] }),
  ];

  expect(check([nginx, web, mysql])).toEqual([
    {
      manifest: web,
      field: 'spec.template.spec.containers[web].resources.limits.cpu',
      message:
        'is 2 CPU and comes to 6 CPU with 2 containers and 3 workloads in focus.k8s.yaml; ' +
        'one YAML may have 5.6 (70 % of a VM of 8)',
      remedy: 'Lower the limit to 1.6 CPU in lib/environments/prod.ts, or give each workload a file of its own.',
    },
  ]);
});

test('where no single limit can give the excess, the sum is named', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const containers = names.map((name) => aSizedContainer(name, '', '2/1Gi'));

  expect(check([aWorkload({ containers })])[0]?.remedy).toBe(
    'Lower the limits of the file by 4.4 CPU in lib/environments/prod.ts, or split the workload.',
  );
});

test('a large init container alone makes the limit of its Pod', () => {
  const manifest = aWorkload({
    containers: [aSizedContainer('web', '', '1/1Gi')],
    podSpec: { initContainers: [aSizedContainer('load', '', '1/23Gi')] },
  });

  expect(check([manifest])).toEqual([
    {
      manifest,
      field: 'spec.template.spec.initContainers[load].resources.limits.memory',
      message: 'is 23Gi; one YAML may have 22Gi (70 % of a VM of 32Gi)',
      remedy: 'Lower the limit to 22Gi in lib/environments/prod.ts, or split the workload.',
    },
  ]);
});

test('what a Pod itself costs is said where it makes the difference', () => {
  const manifest = aWorkload({
    containers: [aSizedContainer('web', '', '1/22Gi')],
    podSpec: { overhead: { memory: '1Gi' } },
  });

  expect(check([manifest])[0]?.message).toBe(
    "is 22Gi and comes to 23Gi with the Pod's overhead in web.k8s.yaml; one YAML may have 22Gi (70 % of a VM of 32Gi)",
  );
});

test.each([
  ['a CronJob once', aCronJob({ containers: [aSizedContainer('c', '', '3/1Gi')] }), 0],
  [
    'the parallel Pods of a CronJob',
    aCronJob({ spec: { parallelism: 2 }, containers: [aSizedContainer('c', '', '3/1Gi')] }),
    1,
  ],
  [
    'the parallel Pods of a Job',
    aWorkload({
      apiVersion: 'batch/v1',
      kind: 'Job',
      spec: { parallelism: 2, completions: 9 },
      containers: [aSizedContainer('c', '', '3/1Gi')],
    }),
    1,
  ],
  ['a DaemonSet on each VM', aWorkload({ kind: 'DaemonSet', containers: [aSizedContainer('c', '', '3/1Gi')] }), 1],
  [
    'a workload that is scaled to 0 not at all',
    aWorkload({ spec: { replicas: 0 }, containers: [aSizedContainer('c', '', '9/1Gi')] }),
    0,
  ],
  ['a container without a limit not at all', aWorkload({ containers: [aSizedContainer('c', '9/99Gi', '')] }), 0],
])('limits count for %s', (_what, manifest, problems) => {
  expect(check([manifest])).toHaveLength(problems);
});

test('without the VMs nothing is judged', () => {
  expect(check([aWorkload({ containers: [aSizedContainer('c', '', '99/99Gi')] })], {})).toEqual([]);
  expect(limitsWithinVm.needs).toEqual(['cloud']);
});
