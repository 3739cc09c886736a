import * as fc from 'fast-check';
import { aCloud, aCronJob, aSizedContainer, aWorkload } from '../testing/manifest-builders';
import type { Json, JsonObject, Manifest } from '../manifest';
import type { RuleEnvironment } from '../rule';
import { rolloutWithinQuota } from './rollout-within-quota';

const PROD: RuleEnvironment = { name: 'prod', cloud: aCloud(), source: 'lib/environments/prod.ts' };
const RECREATE: JsonObject = { strategy: { type: 'Recreate' } };
const CLOUD = 'the container cloud allows 8 CPU (50 % of 2 VMs)';

function requesting(name: string, requests: string, spec: JsonObject = {}, kind = 'Deployment'): Manifest {
  return aWorkload({ name, kind, spec, containers: [aSizedContainer(name, requests, '')] });
}

function aJob(requests: string, spec: JsonObject = {}): Manifest {
  const containers = [aSizedContainer('load', requests, '')];
  return aWorkload({ apiVersion: 'batch/v1', kind: 'Job', name: 'load', spec, containers });
}

const check = (...manifests: readonly Manifest[]) => rolloutWithinQuota.check(manifests, PROD);

/** The findings about one workload: all but the one about the whole set. */
const ofWorkloads = (...manifests: readonly Manifest[]) => check(...manifests).filter(({ manifest }) => manifest);

test('peaks up to exactly the allowance are no finding', () => {
  expect(check(requesting('web', '2/8Gi', { replicas: 3 }))).toEqual([]);
  expect(check(requesting('db', '6/24Gi', RECREATE), aJob('2/8Gi'))).toEqual([]);
});

test('a Deployment that may end no Pod and can add none stands still', () => {
  const web = requesting('web', '2/1Gi', { replicas: 4 });
  const api = requesting('api', '500m/1Gi', { replicas: 3, strategy: { rollingUpdate: { maxUnavailable: 0 } } });

  expect(ofWorkloads(requesting('db', '6.5/1Gi', RECREATE), api)).toEqual([
    {
      manifest: api,
      field: 'spec.strategy.rollingUpdate.maxUnavailable',
      message: `comes to 0, so that a rollout moves only with one surge Pod; with that the workloads request 8.5 CPU; ${CLOUD}`,
      remedy:
        'Lower the request of api from 0.5 CPU to 0.375 CPU in each Pod, or set maxUnavailable to 1, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'error',
    },
  ]);
  expect(ofWorkloads(web).map(({ severity }) => severity)).toEqual(['warning']);
});

test('where one surge Pod fits and all do not, it is slower', () => {
  const web = requesting('web', '1/1Gi', {
    replicas: 6,
    strategy: { rollingUpdate: { maxSurge: 3, maxUnavailable: 0 } },
  });

  expect(check(web)).toEqual([
    {
      manifest: web,
      field: 'spec.strategy.rollingUpdate.maxSurge',
      message: `comes to 3 Pods in a rollout; with that the workloads request 9 CPU; ${CLOUD}`,
      remedy:
        'Lower the request of web from 1 CPU to 0.888 CPU in each Pod, or set maxSurge to 2, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'warning',
    },
    {
      field: 'requests',
      message: `all workloads at their peak at once request 9 CPU; ${CLOUD}`,
      remedy:
        'Lower the request of web from 1 CPU to 0.888 CPU in each Pod, or roll them out one after the other, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'warning',
    },
  ]);
});

test('CPU and memory of one peak are one finding', () => {
  const web = requesting('web', '5/20Gi');

  expect(ofWorkloads(web)).toEqual([
    {
      manifest: web,
      field: 'spec.strategy.rollingUpdate.maxUnavailable',
      message:
        'comes to 0, so that a rollout moves only with one surge Pod; with that the workloads request 10 CPU and ' +
        '40Gi of memory; the container cloud allows 8 CPU and 32Gi of memory (50 % of 2 VMs)',
      remedy:
        'Lower the request of web from 5 CPU to 4 CPU in each Pod and the request of web from 20Gi of memory to 16Gi ' +
        'of memory in each Pod, or set maxUnavailable to 1, or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'error',
    },
  ]);
});

test('workloads that fit one after the other and not at once are one finding about the set', () => {
  const manifests = ['a', 'b'].map((name) => requesting(name, '2/1Gi'));

  expect(check(...manifests, requesting('db', '1.5/1Gi', RECREATE)).map(({ field }) => field)).toEqual(['requests']);
});

test('a job of which no Pod fits never begins', () => {
  const job = aJob('2/1Gi', { parallelism: 4 });

  expect(ofWorkloads(requesting('db', '7/1Gi', RECREATE), job)).toEqual([
    {
      manifest: job,
      field: 'spec.template.spec',
      message: `has one Pod at least while the job runs; with that the workloads request 9 CPU; ${CLOUD}`,
      remedy: 'Lower the request of load from 2 CPU to 1 CPU, or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'error',
    },
  ]);
});

test('a job of which some Pods fit runs with these', () => {
  const job = aJob('2/1Gi', { parallelism: 4 });

  expect(ofWorkloads(requesting('db', '3/1Gi', RECREATE), job)).toEqual([
    {
      manifest: job,
      field: 'spec.parallelism',
      message: `comes to 4 Pods at once; with that the workloads request 11 CPU; ${CLOUD}`,
      remedy:
        'Lower the request of load from 2 CPU to 1.25 CPU in each Pod, or set parallelism to 2, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'warning',
    },
  ]);
});

test('two runs of a CronJob that may overlap', () => {
  const overlapping = (concurrencyPolicy: string | undefined) => {
    const { file, json } = aCronJob({ name: 'dump', containers: [aSizedContainer('dump', '2/1Gi', '')] });
    return { file, json: { ...json, spec: { ...(json['spec'] as JsonObject), concurrencyPolicy } } };
  };
  const db = requesting('db', '5/1Gi', RECREATE);
  const allowing = overlapping(undefined);

  expect(check(db, allowing)).toEqual([
    {
      manifest: allowing,
      field: 'spec.concurrencyPolicy',
      message: `is Allow, which comes to 2 Pods where two runs overlap; with that the workloads request 9 CPU; ${CLOUD}`,
      remedy:
        'Lower the request of dump from 2 CPU to 1.5 CPU in each Pod, or set concurrencyPolicy to Forbid, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'warning',
    },
  ]);
  expect(check(db, overlapping('Forbid'), overlapping('Replace'))).toEqual([
    expect.objectContaining({ field: 'requests' }),
  ]);
  expect(check(db, overlapping('Forbid'))).toEqual([]);
});

test('an autoscaler at its maximum', () => {
  const web = requesting('web', '1/1Gi', { replicas: 1 }, 'StatefulSet');
  const autoscaler: Manifest = {
    file: 'web.k8s.yaml',
    json: {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { namespace: 'znyw-prod', name: 'web' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'web' },
        minReplicas: 2,
        maxReplicas: 9,
      },
    },
  };

  expect(ofWorkloads(web, autoscaler)).toEqual([
    {
      manifest: web,
      field: 'spec.replicas',
      message: `comes to 9 Pods with its HorizontalPodAutoscaler; with that the workloads request 9 CPU; ${CLOUD}`,
      remedy:
        'Lower the request of web from 1 CPU to 0.888 CPU in each Pod, or set maxReplicas to 8, ' +
        'or raise vms to 3 in lib/environments/prod.ts.',
      severity: 'warning',
    },
  ]);
});

test('a DaemonSet that surges is not helped by more VMs', () => {
  const updateStrategy = { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } };
  const agent = requesting('agent', '3/1Gi', { updateStrategy }, 'DaemonSet');

  expect(ofWorkloads(agent).map(({ field, remedy, severity }) => [field, remedy, severity])).toEqual([
    [
      'spec.updateStrategy.rollingUpdate.maxSurge',
      'Lower the request of agent from 3 CPU to 2.666 CPU in each Pod, or set maxSurge to 0 and maxUnavailable to 1.',
      'warning',
    ],
  ]);
});

test('where the steady sum is too much already, another rule speaks of that resource', () => {
  expect(check(requesting('web', '9/1Gi'))).toEqual([]);
  expect(ofWorkloads(requesting('web', '9/20Gi')).map(({ message }) => message)).toEqual([
    'comes to 0, so that a rollout moves only with one surge Pod; with that the workloads request 40Gi of memory; ' +
      'the container cloud allows 32Gi of memory (50 % of 2 VMs)',
  ]);
});

test('without the VMs nothing is judged', () => {
  expect(rolloutWithinQuota.check([requesting('web', '5/1Gi')], {})).toEqual([]);
});

test('whatever the objects hold, it does not throw', () => {
  fc.assert(
    fc.property(fc.array(fc.object()), fc.constantFrom('Deployment', 'DaemonSet', 'StatefulSet'), (objects, kind) => {
      const manifests = objects.map((spec) => {
        const json = { apiVersion: 'apps/v1', kind, spec, metadata: spec } as Json as JsonObject;
        return { file: 'a.k8s.yaml', json };
      });
      expect(() => check(...manifests)).not.toThrow();
    }),
  );
});
