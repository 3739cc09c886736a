import { countedResources } from '../quantities/counted-resources';
import { demandsOf, sumOfSteadyRequests } from '../pods/demand';
import { aCloud, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import type { Manifest } from '../manifest';
import { biggestFirst, requestsRemedy } from './requests-remedy';

const [cpu, memory] = countedResources;

function requesting(name: string, requests: string, replicas = 1): Manifest {
  return aWorkload({ name, spec: { replicas }, containers: [aSizedContainer(name, requests, '')] });
}

function remedyOf(manifests: readonly Manifest[], resource = cpu, source?: string) {
  const cloud = aCloud();
  const demands = demandsOf(manifests, cloud.vms);
  const allowed = resource.name === 'cpu' ? 8000 : 32 * 2 ** 30;
  const excess = sumOfSteadyRequests(demands)[resource.amount] - allowed;
  return requestsRemedy({ demands, resource, excess, cloud, source });
}

test('the biggest workload that can give the excess is named, with what it has to come to', () => {
  expect(remedyOf([requesting('small', '1/0'), requesting('influx', '4/0'), requesting('mongo', '3.35/0')])).toBe(
    'Lower requests by 0.35 CPU, for example influx from 4 to 3.65, or use 3 VMs.',
  );
});

test('a workload of several Pods is lowered in each of them', () => {
  expect(remedyOf([requesting('web', '3/0', 3)], cpu, 'lib/environments/prod.ts')).toBe(
    'Lower requests by 1 CPU, for example web from 3 to 2.666 in each of its 3 Pods, or raise vms to 3 in lib/environments/prod.ts.',
  );
});

test('where no workload can give the excess alone, the fewest that can together are named', () => {
  expect(remedyOf(['a', 'b', 'c', 'd'].map((name) => requesting(name, '5/0')))).toBe(
    'Lower requests by 12 CPU, for example across a, b and c, or use 5 VMs.',
  );
});

test('of many workloads that would have to give, only the first are named', () => {
  expect(remedyOf(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map((name) => requesting(name, '5/0')))).toBe(
    'Lower requests by 42 CPU, for example across a, b, c, d, e and 4 more, or use 13 VMs.',
  );
});

test('the number of VMs is enough for both resources', () => {
  expect(remedyOf([requesting('a', '9/70Gi')])).toBe(
    'Lower requests by 1 CPU, for example a from 9 to 8, or use 5 VMs.',
  );
});

test('VMs are not proposed where a DaemonSet takes the share of each', () => {
  const agent = aWorkload({ name: 'agent', kind: 'DaemonSet', containers: [aSizedContainer('a', '1/17Gi', '')] });

  expect(remedyOf([agent], memory)).toBe(
    'Lower requests by 2Gi of memory, for example agent from 17Gi to 16Gi in each of its 2 Pods.',
  );
});

test('the biggest come first, equal ones by name, and those that request nothing not at all', () => {
  const manifests = [
    requesting('b', '1/0'),
    requesting('a', '500m/0', 2),
    requesting('idle', '9/0', 0),
    requesting('c', '2/0'),
  ];

  expect(biggestFirst(demandsOf(manifests, 2), cpu).map(({ workload }) => workload.manifest.file)).toEqual([
    'c.k8s.yaml',
    'a.k8s.yaml',
    'b.k8s.yaml',
  ]);
});
