import * as fc from 'fast-check';
import { aCloud, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import type { Json, JsonObject, Manifest } from '../manifest';
import type { CloudCapacity } from '../rule';
import { survivesVmLoss } from './survives-vm-loss';

const TERM = { topologyKey: 'kubernetes.io/hostname', labelSelector: {} };
const APART: JsonObject = { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [TERM] } } };
const SPREAD = { ...TERM, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' };

function requesting(name: string, requests: string, replicas = 1, podSpec: JsonObject = {}): Manifest {
  return aWorkload({ name, spec: { replicas }, podSpec, containers: [aSizedContainer(name, requests, '')] });
}

function check(manifests: readonly Manifest[], cloud: Partial<CloudCapacity> = {}) {
  return survivesVmLoss.check(manifests, { cloud: aCloud(cloud), source: 'lib/environments/prod.ts' });
}

test('what fits on one VM less survives the loss of any', () => {
  expect(check([requesting('web', '3.8/15Gi', 2)])).toEqual([]);
  expect(check([requesting('web', '3.8/15Gi', 4)], { vms: 3 })).toEqual([]);
});

test('more than the other VMs have room for is a warning', () => {
  expect(check([requesting('web', '2/8Gi', 4)])).toEqual([
    {
      field: 'requests.cpu',
      message: 'the workloads request 8 CPU; on the 1 VM left of 2 there is room for 7.6 (8 less 5 % for the system)',
      remedy:
        'Lower the request of web from 2 CPU to 1.9 CPU in each Pod, or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'warning',
    },
    {
      field: 'requests.memory',
      message:
        'the workloads request 32Gi of memory; on the 1 VM left of 2 there is room for 31129Mi (32Gi less 5 % for the system)',
      remedy:
        'Lower the request of web from 8Gi of memory to 7782Mi of memory in each Pod, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'warning',
    },
  ]);
});

test('it is an error where the environment has to survive', () => {
  const severities = (cloud: Partial<CloudCapacity>) =>
    check([requesting('web', '2/1Gi', 4)], cloud).map(({ severity }) => severity);

  expect(severities({ mustSurviveVmLoss: true })).toEqual(['error']);
  expect(severities({ mustSurviveVmLoss: false })).toEqual(['warning']);
});

test('a single VM is never survived, unless nothing runs', () => {
  expect(check([requesting('web', '1/1Gi')], { vms: 1 })).toEqual([
    {
      field: 'vms',
      message: 'there is 1 VM; when it is lost, nothing runs',
      remedy: 'Raise vms to 2 in lib/environments/prod.ts.',
      severity: 'warning',
    },
  ]);
  expect(check([requesting('web', '9/1Gi')], { vms: 1 }).map(({ field }) => field)).toEqual(['vms']);
  expect(check([], { vms: 1 })).toEqual([]);
});

test('a DaemonSet has no Pod on the VM that is lost', () => {
  const containers = [aSizedContainer('agent', '7/1Gi', '')];

  expect(check([aWorkload({ kind: 'DaemonSet', containers })])).toEqual([]);
});

test('a workload that needs every VM does not survive whole, and says so on its own object', () => {
  const web = requesting('web', '1/1Gi', 2, APART);

  expect(check([web])).toEqual([
    {
      manifest: web,
      field: 'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution',
      message: 'required anti-affinity lets a VM run 1 of 2 Pods; on the 1 VM left of 2 there is room for 1',
      remedy:
        'Lower the Pods to 1, or prefer the anti-affinity instead of requiring it, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'warning',
    },
  ]);
});

test('a topology spread counts the lost VM as an empty one', () => {
  const spreading = (constraint: JsonObject) =>
    check([requesting('web', '1/1Gi', 2, { topologySpreadConstraints: [constraint] })]).map(({ message, remedy }) => [
      message,
      remedy,
    ]);

  expect(spreading(SPREAD)).toEqual([
    [
      'the topology spread, which counts the lost VM as an empty one, lets a VM run 1 of 2 Pods; ' +
        'on the 1 VM left of 2 there is room for 1',
      'Lower the Pods to 1, or set nodeTaintsPolicy to Honor, or raise vms to 3 in lib/environments/prod.ts.',
    ],
  ]);
  expect(spreading({ ...SPREAD, nodeTaintsPolicy: 'Honor' })).toEqual([]);
  expect(spreading({ ...SPREAD, whenUnsatisfiable: 'ScheduleAnyway' })).toEqual([]);
});

test('where only the search finds no room, it names the workloads', () => {
  const manifests = [requesting('web', '4/1Gi', 2), requesting('api', '4/1Gi')];

  expect(check(manifests, { vms: 3 })).toEqual([
    {
      field: 'requests',
      message: 'no room was found on the 2 VMs left of 3 for api',
      remedy: 'Lower the requests of these, or raise vms to 4 in lib/environments/prod.ts.',
      severity: 'warning',
    },
  ]);
});

test('without the VMs nothing is judged', () => {
  expect(survivesVmLoss.check([requesting('web', '9/1Gi')], {})).toEqual([]);
});

test('whatever the objects hold, it does not throw', () => {
  fc.assert(
    fc.property(fc.array(fc.object()), fc.integer({ min: 0, max: 3 }), (objects, vms) => {
      const manifests = objects.map((spec) => {
        const json = { apiVersion: 'apps/v1', kind: 'Deployment', metadata: spec, spec: { template: { spec } } };
        return { file: 'a.k8s.yaml', json: json as Json as JsonObject };
      });
      expect(() => check(manifests, { vms })).not.toThrow();
    }),
  );
});
