import { demandsOf } from '../pods/demand';
import { aWorkload } from '../testing/manifest-builders';
import type { Json, JsonObject, Manifest } from '../manifest';
import { podGroups } from './pod-groups';

const VM_KEY = 'kubernetes.io/hostname';

function aPodWith(name: string, podSpec: JsonObject, kind = 'Deployment'): Manifest {
  const { file, json } = aWorkload({ name, kind, podSpec });
  const spec = json['spec'] as JsonObject;
  const template = { ...(spec['template'] as JsonObject), metadata: { labels: { app: name, all: 'yes' } } };
  return { file, json: { ...json, spec: { ...spec, template } } };
}

function apart(...terms: readonly Json[]): JsonObject {
  return { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: terms } } };
}

const from = (app: string, more: JsonObject = {}): Json => ({
  topologyKey: VM_KEY,
  labelSelector: { matchLabels: { app } },
  ...more,
});

/** Which of the workloads repel which, as `web-api`. */
function repelling(...manifests: readonly Manifest[]): readonly string[] {
  const groups = podGroups(demandsOf(manifests, 2));
  const nameOf = (index: number) => manifests[index]?.file.split('.')[0];
  return groups.flatMap((one, index) =>
    groups.flatMap((other, otherIndex) =>
      one.repels.some((term) => other.meantBy.includes(term)) ? [`${nameOf(index)}-${nameOf(otherIndex)}`] : [],
    ),
  );
}

test.each<[string, Json, readonly string[]]>([
  ['by VM', from('api'), ['web-api']],
  ['by zone, of which nothing is known', from('api', { topologyKey: 'topology.kubernetes.io/zone' }), []],
  ['in its own namespace', from('api', { namespaces: ['znyw-prod'] }), ['web-api']],
  ['in another namespace', from('api', { namespaces: ['other'] }), []],
  ['in all namespaces', from('api', { namespaceSelector: {} }), ['web-api']],
  ['in namespaces whose labels are not known', from('api', { namespaceSelector: { matchLabels: { a: 'b' } } }), []],
  ['of no Pods', { topologyKey: VM_KEY }, []],
])('anti-affinity %s', (_, term, expected) => {
  expect(repelling(aPodWith('web', apart(term)), aPodWith('api', {}))).toEqual(expected);
});

test('host ports keep apart where address, port and protocol are the same', () => {
  const onPort = (port: JsonObject, more: JsonObject = {}) => ({ containers: [{ name: 'c', ports: [port] }], ...more });

  expect(repelling(aPodWith('web', onPort({ hostPort: 80 })), aPodWith('api', onPort({ hostPort: 80 })))).toEqual([
    'web-web',
    'web-api',
    'api-web',
    'api-api',
  ]);
  expect(repelling(aPodWith('web', onPort({ hostPort: 80 })), aPodWith('api', onPort({ hostPort: 81 })))).toEqual([
    'web-web',
    'api-api',
  ]);
  expect(repelling(aPodWith('web', onPort({ containerPort: 80 })))).toEqual([]);
  expect(repelling(aPodWith('web', onPort({ containerPort: 80 }, { hostNetwork: true })))).toEqual(['web-web']);
});

test('a topology spread over the VMs counts the Pods of its namespace that it selects', () => {
  const constraint = { topologyKey: VM_KEY, whenUnsatisfiable: 'DoNotSchedule', maxSkew: 2 };
  const spreads = (...constraints: readonly Json[]) =>
    podGroups(demandsOf([aPodWith('web', { topologySpreadConstraints: constraints })], 2))[0]?.spreads;

  expect(spreads({ ...constraint, labelSelector: { matchLabels: { app: 'web' } } })).toEqual([
    { term: 0, maxSkew: 2, minDomains: 1, countsItself: true, countsTainted: true },
  ]);
  expect(spreads({ ...constraint, minDomains: 3, nodeTaintsPolicy: 'Honor' })).toEqual([
    { term: 0, maxSkew: 2, minDomains: 3, countsItself: false, countsTainted: false },
  ]);
  expect(spreads({ ...constraint, whenUnsatisfiable: 'ScheduleAnyway' })).toEqual([]);
  expect(spreads({ ...constraint, topologyKey: 'topology.kubernetes.io/zone' })).toEqual([]);
});

test('what has no steady Pods is not placed, nor a DaemonSet on nodes of its choice', () => {
  const nodeAffinity = { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } };
  const manifests = [
    aWorkload({ name: 'idle', spec: { replicas: 0 } }),
    aWorkload({ name: 'job', apiVersion: 'batch/v1', kind: 'Job' }),
    aPodWith('labelled', { nodeSelector: { disk: 'ssd' } }, 'DaemonSet'),
    aPodWith('choosing', { affinity: { nodeAffinity } }, 'DaemonSet'),
    aPodWith('agent', {}, 'DaemonSet'),
    aPodWith('web', { nodeSelector: { disk: 'ssd' } }),
  ];

  const groups = podGroups(demandsOf(manifests, 2));

  expect(groups.map(({ demand, everyVm }) => [demand.workload.manifest.file, everyVm])).toEqual([
    ['agent.k8s.yaml', true],
    ['web.k8s.yaml', false],
  ]);
});
