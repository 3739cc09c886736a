import * as fc from 'fast-check';
import { demandsOf } from '../pods/demand';
import { aSizedContainer, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { exceedsInSum, tryPacking } from './packing';
import type { Packing } from './packing';
import { podGroups } from './pod-groups';

const MI = 2 ** 20;

interface Parts {
  readonly replicas?: number;
  readonly kind?: string;
  readonly podSpec?: JsonObject;
}

function requesting(name: string, requests: string, { replicas = 1, kind, podSpec }: Parts = {}): Manifest {
  const containers = [aSizedContainer(name, requests, '')];
  const { file, json } = aWorkload({ name, kind, spec: { replicas }, podSpec, containers });
  const spec = json['spec'] as JsonObject;
  const template = { ...(spec['template'] as JsonObject), metadata: { labels: { app: name } } };
  return { file, json: { ...json, spec: { ...spec, template } } };
}

const someVms = (count: number, oneIsLost = false) => ({
  count,
  room: { cpuMillis: 4000, memoryBytes: 4000 * MI },
  oneIsLost,
});

function packingOf(manifests: readonly Manifest[], vms = someVms(2)): Packing | undefined {
  return tryPacking(podGroups(demandsOf(manifests, vms.count)), vms);
}

/** What runs where, as `1: web, 2: web api`, with what is left behind `-`. */
function textOf(packing: Packing | undefined, count = 2): string {
  const nameOf = (file: string) => file.replace('.k8s.yaml', '');
  const onVm = (index: number) =>
    (packing?.placed ?? [])
      .filter(({ vm }) => vm === index)
      .map(({ group, pods }) => `${nameOf(group.demand.workload.manifest.file)}${pods === 1 ? '' : ` x${pods}`}`);
  const left = (packing?.withoutRoom ?? []).map(
    ({ group, pods }) => `${nameOf(group.demand.workload.manifest.file)} x${pods}`,
  );
  const vms = Array.from({ length: count }, (_, index) => `${index + 1}: ${onVm(index).join(' ')}`);
  return [...vms, ...(left.length === 0 ? [] : [`- ${left.join(' ')}`])].join(', ');
}

const SELECTOR = { matchLabels: { app: 'web' } };
const APART: JsonObject = {
  affinity: {
    podAntiAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'kubernetes.io/hostname', labelSelector: SELECTOR },
      ],
    },
  },
};

function spread(more: JsonObject = {}): JsonObject {
  const topologyKey = 'kubernetes.io/hostname';
  const constraint = { topologyKey, maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule', labelSelector: SELECTOR };
  return { topologySpreadConstraints: [{ ...constraint, ...more }] };
}

test('the largest Pods go first, each to the emptiest VM', () => {
  const manifests = [requesting('small', '1/100Mi'), requesting('big', '3/100Mi'), requesting('web', '1/100Mi')];

  expect(textOf(packingOf(manifests))).toBe('1: big, 2: small web');
});

test('where spreading leaves a Pod over, they are packed more tightly', () => {
  const manifests = [requesting('web', '1/0', { replicas: 4 }), requesting('slim', '1/0'), requesting('wide', '3/0')];

  expect(packingOf(manifests)?.withoutRoom).toEqual([]);
});

test('Pods without room are left over', () => {
  expect(textOf(packingOf([requesting('web', '3/0', { replicas: 3 })]))).toBe('1: web, 2: web, - web x1');
});

test('a DaemonSet is on every VM before the others', () => {
  const manifests = [requesting('big', '3/0', { replicas: 2 }), requesting('agent', '2/0', { kind: 'DaemonSet' })];

  expect(textOf(packingOf(manifests))).toBe('1: agent, 2: agent, - big x2');
});

test('required anti-affinity holds in both directions', () => {
  expect(textOf(packingOf([requesting('web', '1/0', { replicas: 3, podSpec: APART })]))).toBe(
    '1: web, 2: web, - web x1',
  );
  expect(
    textOf(packingOf([requesting('web', '2/0', { replicas: 2 }), requesting('api', '1/0', { podSpec: APART })])),
  ).toBe('1: web x2, 2: api');
});

test('a spread Pod goes where the counts stay level', () => {
  const web = requesting('web', '500m/0', { replicas: 4, podSpec: spread() });

  expect(textOf(packingOf([web]))).toBe('1: web x2, 2: web x2');
  expect(textOf(packingOf([requesting('wide', '4/0'), web]))).toBe('1: web x2, 2: web x2, - wide x1');
});

test('a lost VM counts as an empty one in a spread, unless that honours taints', () => {
  const losing = (podSpec: JsonObject) =>
    textOf(packingOf([requesting('web', '1/0', { replicas: 2, podSpec })], someVms(1, true)), 1);

  expect(losing(spread())).toBe('1: web, - web x1');
  expect(losing(spread({ nodeTaintsPolicy: 'Honor' }))).toBe('1: web x2');
});

test('a VM runs no more Pods than its kubelet', () => {
  expect(packingOf([requesting('web', '0/0', { replicas: 220 })])?.withoutRoom).toEqual([]);
  expect(packingOf([requesting('web', '0/0', { replicas: 221 })])).toBeUndefined();
});

test('what stays where it is stays, unless the others find no room beside it', () => {
  const groups = podGroups(demandsOf([requesting('web', '1/0', { replicas: 2 }), requesting('big', '3/0')], 2));
  const [web] = groups.map((group) => [
    { group, vm: 0, pods: 1 },
    { group, vm: 1, pods: 1 },
  ]);

  expect(textOf(tryPacking(groups, someVms(2), web?.slice(0, 1)))).toBe('1: web web, 2: big');
  expect(textOf(tryPacking(groups, { ...someVms(2), room: { cpuMillis: 3000, memoryBytes: MI } }, web))).toBe(
    '1: big, 2: web x2',
  );
});

test('Pods that request more than all VMs together are known before they are placed', () => {
  const groups = podGroups(demandsOf([requesting('web', '4/4000Mi', { replicas: 2 })], 2));

  expect(exceedsInSum(groups, someVms(2))).toBe(false);
  expect(exceedsInSum(groups, someVms(1))).toBe(true);
});

test('the search finds a packing where the VMs are cut up into Pods with a little room left', () => {
  const cuts = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(fc.array(cuts, { minLength: 1, maxLength: 4 }), (vms) => {
      const manifests = vms.flatMap((parts, vm) => {
        const [cpu, memory] = [0, 1].map((part) => parts.reduce((sum, cut) => sum + (cut[part] ?? 0), 0));
        return parts.map(([cpuPart, memoryPart], index) =>
          requesting(
            `w${vm}-${index}`,
            `${Math.floor((3600 * cpuPart) / (cpu ?? 1))}m/${Math.floor((3600 * memoryPart) / (memory ?? 1))}Mi`,
          ),
        );
      });

      const packing = packingOf(manifests, someVms(vms.length));

      expect(textOf(packing, 0)).toBe('');
    }),
    // The search is bounded and may miss one packing in thousands: always the same samples, so that it is one or none.
    { seed: 1 },
  );
});

test('no VM is ever filled beyond its room', () => {
  const sizes = fc.array(fc.tuple(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), fc.integer({ min: 1, max: 4 })));
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 5 }), (pods, count) => {
      const manifests = pods.map(([cpu, memory, replicas], index) =>
        requesting(`w${index}`, `${cpu}m/${memory}Mi`, { replicas }),
      );

      const packing = packingOf(manifests, someVms(count));

      const counted = [...(packing?.placed ?? []), ...(packing?.withoutRoom ?? [])];
      expect(counted.reduce((sum, { pods: some }) => sum + some, 0)).toBe(
        pods.reduce((sum, [, , replicas]) => sum + replicas, 0),
      );
      expect([...(packing?.pool.freeCpu ?? []), ...(packing?.pool.freeMemory ?? [])].every((free) => free >= 0)).toBe(
        true,
      );
    }),
  );
});

test('10,000 Pods take fewer than 3 looks at each VM for each workload', () => {
  const manifests = Array.from({ length: 10_000 }, (_, index) => requesting(`w${index}`, `${1 + (index % 70)}m/20Mi`));

  const packing = packingOf(manifests, someVms(100));

  expect(packing?.withoutRoom).toEqual([]);
  expect(packing?.pool.looks).toBeLessThan(3 * 10_000 * 100);
});
