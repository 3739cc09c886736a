import * as fc from 'fast-check';
import { aCloud, aWorkload } from '../testing/manifest-builders';
import type { WorkloadParts } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { oddManifests } from '../testing/odd-manifests';
import { rwoRecreate } from './rwo-recreate';

const TWO_VMS = { cloud: aCloud() };
const RECREATE = { strategy: { type: 'Recreate' } };
const KEEPS = 'keeps the old Pod until the new one is ready';
const WAITS = 'with claim data as ReadWriteOnce, a Pod on another VM waits for ever';

const aClaim = (...accessModes: string[]): Manifest => ({
  json: {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: { name: 'data', namespace: 'znyw-prod' },
    spec: { accessModes },
  },
  file: 'data.yaml',
});

const claiming = (spec: JsonObject = {}, parts: WorkloadParts = {}) => {
  const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
  return aWorkload({ spec, ...parts, podSpec: { volumes, ...parts.podSpec } });
};

const check = (claim: Manifest, ...workloads: Manifest[]) =>
  rwoRecreate.check([claim, ...workloads], TWO_VMS).map(({ field, message }) => `${field} ${message}`);

test('one Pod that ends before the next one starts may have a claim for itself', () => {
  const maxUnavailable = { strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 1 } } };
  const noSurge = { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } };

  expect(check(aClaim('ReadWriteOnce'), claiming(RECREATE), claiming(maxUnavailable), claiming(noSurge))).toEqual([]);
});

test.each([{}, { strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } }])(
  'a rollout that waits for the new Pod may wait for ever: %j',
  (spec) => {
    const [claim, manifest] = [aClaim('ReadWriteOnce'), claiming(spec)];

    expect(rwoRecreate).toMatchObject({ class: 'policy', severity: 'error' });
    expect(rwoRecreate.check([claim, manifest], TWO_VMS)).toEqual([
      {
        manifest,
        field: 'spec.strategy',
        message: `${KEEPS}; ${WAITS}`,
        remedy: 'Set spec.strategy.type to Recreate.',
        severity: 'error',
      },
    ]);
  },
);

test('a second Pod may land on another VM, whatever runs it and starts it', () => {
  const autoscaler: JsonObject = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { namespace: 'znyw-prod' },
    spec: { maxReplicas: 4, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'scaled' } },
  };

  expect(
    check(
      aClaim('ReadWriteOnce'),
      claiming({ replicas: 3, ...RECREATE }),
      claiming({ replicas: 2 }, { kind: 'StatefulSet' }),
      claiming({}, { kind: 'DaemonSet' }),
      claiming(RECREATE, { name: 'scaled' }),
      { json: autoscaler, file: 'x.yaml' },
    ),
  ).toEqual([
    `spec.replicas comes to 3 Pods; ${WAITS}`,
    `spec.replicas comes to 2 Pods; ${WAITS}`,
    `spec.template comes to 2 Pods; ${WAITS}`,
    `spec.replicas comes to 4 Pods; ${WAITS}`,
  ]);
});

test.each<[string, Manifest, Manifest]>([
  ['that several VMs can mount', aClaim('ReadWriteOnce', 'ReadWriteMany'), claiming({ replicas: 2 })],
  ['that is read by all', aClaim('ReadOnlyMany'), claiming({ replicas: 2 })],
  ['that is not in the set', aWorkload({ name: 'other' }), claiming({ replicas: 2 })],
  [
    'of Pods that stay on one VM',
    aClaim('ReadWriteOnce'),
    claiming({ replicas: 2 }, { podSpec: { nodeName: 'vm-1' } }),
  ],
  [
    'of Pods that are sent to one VM',
    aClaim('ReadWriteOnce'),
    claiming({}, { podSpec: { nodeSelector: { 'kubernetes.io/hostname': 'vm-1' } } }),
  ],
  ['of a workload that is stopped', aClaim('ReadWriteOnce'), claiming({ replicas: 0 })],
  ['of a Job', aClaim('ReadWriteOnce'), claiming({}, { apiVersion: 'batch/v1', kind: 'Job' })],
])('a claim %s is fine', (_case, claim, workload) => {
  expect(check(claim, workload)).toEqual([]);
});

test('with one VM there is no other, and where the VMs are not known it is a warning', () => {
  const manifests = [aClaim('ReadWriteOnce'), claiming()];

  expect(rwoRecreate.check(manifests, { cloud: aCloud({ vms: 1 }) })).toEqual([]);
  expect(rwoRecreate.check(manifests, {}).map(({ severity }) => severity)).toEqual(['warning']);
});

test('a claim for one Pod lets no second one in, on whatever VM', () => {
  const problems = rwoRecreate.check([aClaim('ReadWriteOncePod'), claiming()], { cloud: aCloud({ vms: 1 }) });

  expect(problems.map(({ message, severity }) => [message, severity])).toEqual([
    [`${KEEPS}; with claim data as ReadWriteOncePod, a second Pod waits for ever`, 'error'],
  ]);
});

test('it takes any JSON for an object', () => {
  const property = fc.property(oddManifests(aClaim('ReadWriteOnce'), claiming({ replicas: 2 })), (manifests) => {
    rwoRecreate.check(manifests, TWO_VMS);
  });

  expect(() => fc.assert(property)).not.toThrow();
});
