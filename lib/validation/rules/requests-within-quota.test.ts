import { aCloud, aCronJob, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import type { Manifest } from '../manifest';
import type { RuleEnvironment } from '../rule';
import { requestsWithinQuota } from './requests-within-quota';

const PROD: RuleEnvironment = { name: 'prod', cloud: aCloud(), source: 'lib/environments/prod.ts' };

function requesting(name: string, requests: string, replicas = 1): Manifest {
  return aWorkload({ name, spec: { replicas }, containers: [aSizedContainer(name, requests, '')] });
}

const check = (manifests: readonly Manifest[], environment = PROD) => requestsWithinQuota.check(manifests, environment);

test('requests up to exactly the share of the VMs are allowed', () => {
  expect(check([requesting('influx', '4/16Gi'), requesting('mongo', '2/8Gi', 2)])).toEqual([]);
});

test('too many requests of CPU are refused with the biggest requesters and the ways out', () => {
  const manifests = [
    requesting('anomaly-mongo', '500m/1Gi'),
    requesting('anomaly-influx', '800m/1Gi'),
    requesting('focus-web', '600m/1Gi'),
    requesting('others', '215m/100Mi', 30),
  ];

  expect(check(manifests)).toEqual([
    {
      field: 'requests.cpu',
      message: 'the workloads request 8.35 CPU; the container cloud allows 8 (50 % of 2 VMs of 8)',
      detail: 'biggest: others 6.45, anomaly-influx 0.8, focus-web 0.6',
      remedy:
        'Lower requests by 0.35 CPU, for example others from 0.215 to 0.203 in each of its 30 Pods, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
    },
  ]);
});

test('too many requests of memory are refused in Gi', () => {
  const manifests = [requesting('influx', '1/20Gi'), requesting('mongo', '1/12.5Gi')];

  expect(check(manifests)).toEqual([
    {
      field: 'requests.memory',
      message: 'the workloads request 32.5Gi of memory; the container cloud allows 32Gi (50 % of 2 VMs of 32Gi)',
      detail: 'biggest: influx 20Gi, mongo 12.5Gi',
      remedy:
        'Lower requests by 512Mi of memory, for example influx from 20Gi to 19.5Gi, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
    },
  ]);
});

test('CPU and memory are two problems', () => {
  expect(check([requesting('a', '9/33Gi')]).map(({ field }) => field)).toEqual(['requests.cpu', 'requests.memory']);
});

test('one VM is called so', () => {
  const [problem] = check([requesting('a', '5/1Gi')], { cloud: aCloud({ vms: 1 }) });

  expect(problem?.message).toBe('the workloads request 5 CPU; the container cloud allows 4 (50 % of 1 VM of 8)');
});

test('a DaemonSet requests on every VM, and jobs request nothing when they are done', () => {
  const containers = [aSizedContainer('c', '4.1/1Gi', '')];
  const jobs = [aCronJob({ containers }), aWorkload({ apiVersion: 'batch/v1', kind: 'Job', containers })];

  expect(check(jobs)).toEqual([]);
  expect(check([aWorkload({ name: 'agent', kind: 'DaemonSet', containers })])).toEqual([
    {
      field: 'requests.cpu',
      message: 'the workloads request 8.2 CPU; the container cloud allows 8 (50 % of 2 VMs of 8)',
      detail: 'biggest: agent 8.2',
      remedy: 'Lower requests by 0.2 CPU, for example agent from 4.1 to 4 in each of its 2 Pods.',
    },
  ]);
});

test('without the VMs nothing is judged', () => {
  expect(check([requesting('a', '99/99Gi')], {})).toEqual([]);
  expect(requestsWithinQuota.needs).toEqual(['cloud']);
});
