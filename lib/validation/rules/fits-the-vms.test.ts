import * as fc from 'fast-check';
import { aCloud, aCronJob, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import type { Json, JsonObject, Manifest } from '../manifest';
import type { RuleEnvironment } from '../rule';
import { fitsTheVms } from './fits-the-vms';

const PROD: RuleEnvironment = { name: 'prod', cloud: aCloud(), source: 'lib/environments/prod.ts' };
const CONTAINERS = 'spec.template.spec.containers';
const TERM = { topologyKey: 'kubernetes.io/hostname', labelSelector: {} };
const APART: JsonObject = { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [TERM] } } };

function requesting(name: string, requests: string, replicas = 1, podSpec: JsonObject = {}): Manifest {
  return aWorkload({ name, spec: { replicas }, podSpec, containers: [aSizedContainer(name, requests, '')] });
}

function anAgent(requests: string, podSpec: JsonObject = {}): Manifest {
  return aWorkload({ name: 'agent', kind: 'DaemonSet', podSpec, containers: [aSizedContainer('agent', requests, '')] });
}

const check = (...manifests: readonly Manifest[]) => fitsTheVms.check(manifests, PROD);

test('Pods that fill both VMs to the share of the system fit', () => {
  expect(check(requesting('web', '7.6/31129Mi', 2))).toEqual([]);
});

test('a Pod larger than a VM has room nowhere', () => {
  const web = requesting('web', '7601m/1Gi');

  expect(check(web)).toEqual([
    {
      manifest: web,
      field: CONTAINERS,
      message: 'a Pod requests 7.601 CPU; a VM has room for 7.6 (8 less 5 % for the system)',
      remedy: 'Lower the request of web from 7.601 CPU to 7.6 CPU, or use larger VMs.',
    },
  ]);
});

test('a Pod larger than what DaemonSets leave of a VM has room nowhere either', () => {
  const messages = check(requesting('web', '1/31Gi'), anAgent('100m/1Gi')).map(({ message }) => message);

  expect(messages).toEqual([
    'a Pod requests 31Gi of memory; a VM has room for 30105Mi (32Gi less 5 % for the system, and 1Gi for DaemonSets)',
  ]);
  expect(check(requesting('web', '1/30105Mi'), anAgent('100m/1Gi', { nodeSelector: { disk: 'ssd' } }))).toEqual([]);
});

test('the Pod of a job counts alone, and not at all where it has none', () => {
  const containers = [aSizedContainer('job', '8/1Gi', '')];

  expect(check(aCronJob({ containers })).map(({ field }) => field)).toEqual([
    'spec.jobTemplate.spec.template.spec.containers',
  ]);
  expect(check(aCronJob({ containers, spec: { parallelism: 0 } }), requesting('idle', '8/1Gi', 0))).toEqual([]);
  expect(check(aCronJob({ containers: [aSizedContainer('job', '7/1Gi', '')] }), requesting('web', '7/1Gi', 2))).toEqual(
    [],
  );
});

test('Pods that request more than all VMs are an error of the whole set, with those left over', () => {
  expect(check(requesting('web', '5/1Gi', 4))).toEqual([
    {
      field: 'requests.cpu',
      message: 'the workloads request 20 CPU; on 2 VMs there is room for 15.2 (8 less 5 % for the system, each)',
      detail: 'without room: web (2 of 4 Pods)',
      remedy:
        'Lower the request of web from 5 CPU to 3.8 CPU in each Pod, or raise vms to 4 in lib/environments/prod.ts.',
    },
  ]);
});

test('DaemonSets that take more than a VM are left over on each, and no VM more helps', () => {
  expect(check(anAgent('8/1Gi'))).toEqual([
    {
      field: 'requests.cpu',
      message: 'the workloads request 16 CPU; on 2 VMs there is room for 15.2 (8 less 5 % for the system, each)',
      detail: 'without room: agent (on 2 VMs)',
      remedy: 'Lower the request of agent from 8 CPU to 7.6 CPU in each Pod.',
    },
  ]);
});

test('more Pods than kubelets run are an error of the whole set', () => {
  expect(check(requesting('web', '0/0', 220))).toEqual([]);
  expect(check(requesting('web', '0/0', 221))).toEqual([
    {
      field: 'replicas',
      message: 'the workloads have 221 Pods; on 2 VMs there is room for 220 (110 each, as a kubelet does by default)',
      remedy: 'Run 1 Pods fewer, or raise vms to 3 in lib/environments/prod.ts.',
    },
  ]);
});

test('more Pods than VMs, of which no two may share one', () => {
  const web = requesting('web', '1/1Gi', 3, APART);

  expect(check(requesting('web', '1/1Gi', 2, APART))).toEqual([]);
  expect(check(web)).toEqual([
    {
      manifest: web,
      field: 'spec.template.spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution',
      message: 'required anti-affinity lets a VM run 1 of 3 Pods; on 2 VMs there is room for 2',
      remedy:
        'Lower the Pods to 2, or prefer the anti-affinity instead of requiring it, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
    },
  ]);
});

test('more Pods than VMs with a host port', () => {
  const port = { ...aSizedContainer('web', '1/1Gi', ''), ports: [{ containerPort: 80, hostPort: 80 }] };
  const web = aWorkload({ spec: { replicas: 3 }, containers: [port] });

  expect(check(web).map(({ field, message, remedy }) => [field, message, remedy])).toEqual([
    [
      CONTAINERS,
      'a host port lets a VM run 1 of 3 Pods; on 2 VMs there is room for 2',
      'Lower the Pods to 2, or give the port to a Service instead of the VM, or raise vms to 3 in lib/environments/prod.ts.',
    ],
  ]);
});

test('a topology spread over more VMs than there are', () => {
  const topologySpreadConstraints = [{ ...TERM, maxSkew: 1, minDomains: 3, whenUnsatisfiable: 'DoNotSchedule' }];

  expect(
    check(requesting('web', '1/1Gi', 3, { topologySpreadConstraints })).map(({ message, remedy }) => [message, remedy]),
  ).toEqual([
    [
      'the topology spread, which asks for more VMs than there are, lets a VM run 1 of 3 Pods; on 2 VMs there is room for 2',
      'Lower the Pods to 2, or lower minDomains, or raise vms to 3 in lib/environments/prod.ts.',
    ],
  ]);
});

test('where the search finds no room for a Pod, it is a warning with what would do', () => {
  const web = requesting('web', '5/1Gi', 3);

  expect(check(web)).toEqual([
    {
      manifest: web,
      field: CONTAINERS,
      message: 'for 1 of 3 Pods, which requests 5 CPU and 1Gi of memory, no room was found on 2 VMs',
      remedy: 'Lower the request of web from 5 CPU to 2.6 CPU, or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'warning',
    },
  ]);
});

test('workloads that keep each other off every VM are a warning, and no size or VM is promised to help', () => {
  const agent = anAgent('1/1Gi', APART);
  const problems = check(agent, requesting('web', '1/1Gi'));

  expect(problems.map(({ message, remedy, severity }) => [message, remedy, severity])).toEqual([
    [
      'for 1 of 1 Pod, which requests 1 CPU and 1Gi of memory, no room was found on 2 VMs',
      'Lower its requests.',
      'warning',
    ],
  ]);
});

test('without the VMs nothing is judged', () => {
  expect(fitsTheVms.check([requesting('web', '9/1Gi')], {})).toEqual([]);
});

test('an error is true: with it no order of the Pods finds room for all', () => {
  const sizes = fc.array(fc.tuple(fc.integer({ min: 1, max: 8500 }), fc.integer({ min: 1, max: 33 })), {
    maxLength: 5,
  });
  fc.assert(
    fc.property(sizes, (pods) => {
      const problems = check(...pods.map(([cpu, memory], index) => requesting(`w${index}`, `${cpu}m/${memory}Gi`)));
      const isError = problems.some(({ severity = 'error' }) => severity === 'error');

      // Two VMs: each Pod is on the one or the other.
      const fits = Array.from({ length: 2 ** pods.length }, (_, choice) =>
        [0, 1].every((vm) => {
          const onVm = pods.filter((_pod, index) => ((choice >> index) & 1) === vm);
          const sum = (part: 0 | 1) => onVm.reduce((total, pod) => total + pod[part], 0);
          return sum(0) <= 7600 && sum(1) * 1024 <= 31_129;
        }),
      ).some(Boolean);
      expect([isError && fits, problems.length === 0 && !fits]).toEqual([false, false]);
    }),
  );
});

test('whatever the objects hold, it does not throw', () => {
  fc.assert(
    fc.property(fc.array(fc.object()), fc.constantFrom('Deployment', 'DaemonSet', 'StatefulSet'), (objects, kind) => {
      const manifests = objects.map((spec) => {
        const json = { apiVersion: 'apps/v1', kind, metadata: spec, spec: { template: { spec, metadata: spec } } };
        return { file: 'a.k8s.yaml', json: json as Json as JsonObject };
      });
      expect(() => check(...manifests)).not.toThrow();
    }),
  );
});
