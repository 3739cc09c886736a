import { allEnvironments } from '../environments/all-environments';
import type { Environment } from '../environments/environment';
import { outsideSecrets } from '../environments/outside-secrets';
import { prod } from '../environments/prod';
import {
  onlyContainer,
  rendered,
  theDeployment,
  theObject,
  type RenderedCronJob,
  type RenderedDeployment,
  type RenderedPod,
} from '../workloads/testing/rendered-objects';
import { anAppOf } from './testing-app';

/** Each workload, and what it is there. */
const components = {
  'focus-mysql': 'store',
  'focus-redis': 'store',
  'focus-web': 'web',
  'focus-nginx': 'gateway',
  'anomaly-mongo': 'store',
  'anomaly-influx': 'store',
  'anomaly-stream-volume': 'stream',
  'anomaly-stream-latency': 'stream',
  'anomaly-stream-success-rate': 'stream',
  'anomaly-stream-response-rate': 'stream',
  'anomaly-stream-host': 'stream',
  'anomaly-query-api': 'service',
  'anomaly-config-api': 'service',
  'anomaly-nginx': 'gateway',
  'anomaly-kpi-discovery': 'service',
  'anomaly-locate-api': 'service',
  'anomaly-alert': 'service',
  'anomaly-train-api': 'service',
  'anomaly-autotrin': 'trainer',
} as const;

const STORES = ['focus-mysql', 'focus-redis', 'anomaly-mongo', 'anomaly-influx'];

const deploymentsOf = (environment: Environment) => rendered<RenderedDeployment>(anAppOf(environment), 'Deployment');

/** Returns every Pod that an environment runs, with the name of its workload. */
function podsOf(environment: Environment): readonly (readonly [string, RenderedPod])[] {
  const app = anAppOf(environment);
  return [
    ...rendered<RenderedDeployment>(app, 'Deployment').map(
      ({ metadata, spec }) => [metadata.name, spec.template.spec] as const,
    ),
    ...rendered<RenderedCronJob>(app, 'CronJob').map(
      ({ metadata, spec }) => [metadata.name, spec.jobTemplate.spec.template.spec] as const,
    ),
  ];
}

/** Pairs each Pod with the name of its environment, for a table of tests. */
const pods = allEnvironments.flatMap((environment) =>
  podsOf(environment).map(([name, pod]) => ({ where: `${environment.name} ${name}`, environment, pod })),
);

const deployments = allEnvironments.flatMap((environment) => {
  const app = anAppOf(environment);
  const budgets = rendered(app, 'PodDisruptionBudget');
  return rendered<RenderedDeployment>(app, 'Deployment').map((deployment) => ({
    where: `${environment.name} ${deployment.metadata.name}`,
    deployment,
    budgets: budgets.filter(({ metadata }) => metadata.name === deployment.metadata.name),
  }));
});

describe.each(pods)('the Pod of $where', ({ environment, pod }) => {
  test('is admitted by Pod Security "restricted"', () => {
    expect(pod.securityContext).toMatchObject({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    expect(onlyContainer(pod).securityContext).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      readOnlyRootFilesystem: true,
    });
    expect(pod.volumes.every((volume) => !('hostPath' in volume))).toBe(true);
  });

  test.each(['runAsUser', 'runAsGroup', 'fsGroup'])('has a number for %s that is not root', (field) => {
    expect(pod.securityContext[field]).toEqual(expect.any(Number));
    expect(pod.securityContext[field]).not.toBe(0);
  });

  test('says all four figures of its resources', () => {
    const { requests, limits } = onlyContainer(pod).resources;

    expect(Object.keys({ ...requests }).sort()).toEqual(['cpu', 'memory']);
    expect(Object.keys({ ...limits }).sort()).toEqual(['cpu', 'memory']);
  });

  test('is pulled with the Secret of its registry, from that registry', () => {
    expect(pod.imagePullSecrets).toEqual([{ name: environment.registry.pullSecret }]);
    expect(onlyContainer(pod).image).toMatch(
      new RegExp(`^${environment.registry.host.replaceAll('.', '\\.')}/znyw/[a-z0-9_-]+:\\d+\\.\\d+\\.\\d+$`),
    );
  });

  test('has no token for the API server', () => {
    expect(pod.automountServiceAccountToken).toBe(false);
  });

  test('has volumes of different names, and mounts each of them', () => {
    const names = pod.volumes.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(onlyContainer(pod).volumeMounts.map(({ name }) => name)).toEqual(names);
    expect(names.filter((name) => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(name))).toEqual([]);
  });

  test('holds no password in the YAML', () => {
    const secret = onlyContainer(pod).env.filter(
      ({ name, value }) => /PASSWORD|AUTH$|TOKEN|SECRET/.test(name) && !name.endsWith('_FILE') && value !== undefined,
    );

    expect(secret).toEqual([]);
  });
});

describe.each(deployments)('$where', ({ deployment: { metadata, spec }, budgets }) => {
  const pod = spec.template.spec;
  const container = onlyContainer(pod);

  test('is given a minute or more to start, and longer than that before its rollout counts as failed', () => {
    const { periodSeconds, failureThreshold } = container.startupProbe ?? { periodSeconds: 0, failureThreshold: 0 };
    const patience = periodSeconds * failureThreshold;

    expect(patience).toBeGreaterThanOrEqual(60);
    expect(spec.progressDeadlineSeconds).toBeGreaterThan(patience);
  });

  test('is asked whether it is ready, and answers within more than a second', () => {
    for (const probe of [container.startupProbe, container.readinessProbe]) {
      expect(probe?.timeoutSeconds).toBeGreaterThan(1);
    }
  });

  test('is killed only after it has drained', () => {
    const drain = Number(container.lifecycle?.preStop.exec.command[1] ?? 0);

    expect(pod.terminationGracePeriodSeconds).toBeGreaterThan(drain);
  });

  test('is found by labels that depend on its name alone', () => {
    expect(spec.selector).toEqual({
      matchLabels: { 'app.kubernetes.io/name': metadata.name, 'app.kubernetes.io/part-of': 'znyw' },
    });
    expect(spec.template.metadata.labels).toMatchObject(spec.selector.matchLabels);
  });

  test('is spread over the VMs where it has two replicas, which never keeps it from running', () => {
    const constraints = pod.topologySpreadConstraints ?? [];

    expect(constraints.map((constraint) => ({ ...(constraint as object) }))).toEqual(
      spec.replicas < 2
        ? []
        : [
            {
              maxSkew: 1,
              topologyKey: 'kubernetes.io/hostname',
              whenUnsatisfiable: 'ScheduleAnyway',
              labelSelector: spec.selector,
            },
          ],
    );
  });

  test('has a disruption budget if, and only if, it has two replicas', () => {
    expect(budgets.map((budget) => budget.spec)).toEqual(
      spec.replicas < 2 ? [] : [{ maxUnavailable: 1, selector: spec.selector }],
    );
  });
});

describe.each(allEnvironments.map((environment) => ({ environment })))('in $environment.name', ({ environment }) => {
  test('there are nineteen workloads, and their Pods have these labels', () => {
    const labels = deploymentsOf(environment).map(({ metadata, spec }) => [
      metadata.name,
      spec.template.metadata.labels,
    ]);

    expect(Object.fromEntries(labels)).toEqual(
      Object.fromEntries(
        Object.entries(components).map(([name, component]) => [
          name,
          {
            'app.kubernetes.io/name': name,
            'app.kubernetes.io/part-of': 'znyw',
            'app.kubernetes.io/component': component,
            'app.kubernetes.io/managed-by': 'cdk8s',
            'znyw/stack': name.split('-')[0],
          },
        ]),
      ),
    );
  });

  test('Pods that are labelled as a workload are those of one Deployment or one CronJob', () => {
    const names = podsOf(environment).map(([name]) => name);

    expect(new Set(names).size).toBe(names.length);
  });

  test('every store, and nothing else, has a claim, of the distributed storage, for one VM at a time', () => {
    const claims = rendered(anAppOf(environment), 'PersistentVolumeClaim');

    expect(claims.map(({ metadata }) => metadata.name).sort()).toEqual(
      STORES.flatMap((store) => [`${store}-backup`, `${store}-data`]).sort(),
    );
    for (const { spec } of claims) {
      expect(spec).toMatchObject({ accessModes: ['ReadWriteOnce'], storageClassName: environment.storageClass });
    }
  });

  test('whatever has a claim is recreated, and one Pod', () => {
    const withClaims = deploymentsOf(environment).filter(({ spec }) =>
      spec.template.spec.volumes.some((volume) => 'persistentVolumeClaim' in volume),
    );

    expect(withClaims.map(({ metadata }) => metadata.name).sort()).toEqual(STORES.toSorted());
    for (const { spec } of withClaims) {
      expect(spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    }
  });

  test('every store, and nothing else, is a CronJob: its backup, in the time zone of the environment', () => {
    const cronJobs = rendered<RenderedCronJob>(anAppOf(environment), 'CronJob');

    expect(cronJobs.map(({ metadata }) => metadata.name).sort()).toEqual(
      STORES.map((store) => `${store}-backup`).sort(),
    );
    for (const { metadata, spec } of cronJobs) {
      expect(metadata.name.length).toBeLessThanOrEqual(52);
      expect(spec).toMatchObject({ concurrencyPolicy: 'Forbid', timeZone: environment.timeZone });
      expect(spec.startingDeadlineSeconds).toBeGreaterThanOrEqual(600);
    }
  });

  test('all is in the namespace of the environment', () => {
    expect([...new Set(rendered(anAppOf(environment)).map(({ metadata }) => metadata.namespace))]).toEqual([
      environment.namespace,
    ]);
  });

  test('nothing is named or found by a hash of cdk8s', () => {
    expect(JSON.stringify(rendered(anAppOf(environment)))).not.toContain('cdk8s.io/metadata.addr');
  });

  test('there is no Secret, and none is referred to that is not made outside', () => {
    const app = anAppOf(environment);
    const text = JSON.stringify(rendered(app));
    const referred = text.matchAll(/"secretKeyRef":\{"key":"[^"]+","name":"([^"]+)"|"secretName":"([^"]+)"/g);
    const names = new Set([...referred].map(([, ofKey = '', ofVolume = '']) => ofKey || ofVolume));

    expect(rendered(app, 'Secret')).toEqual([]);
    expect(outsideSecrets(environment).map(({ name }) => name)).toEqual(
      [...names, environment.registry.pullSecret].sort(),
    );
  });
});

test('a workload that is stopped has no Pod, and keeps its claims and its connections', () => {
  const influx = { ...prod.workloads['anomaly-influx'], stopped: true };
  const stopped = anAppOf({ ...prod, workloads: { ...prod.workloads, 'anomaly-influx': influx } });

  expect(theDeployment(stopped, 'anomaly-influx')).toMatchObject({
    metadata: { annotations: { 'znyw/stopped': 'true' } },
    spec: { replicas: 0 },
  });
  for (const kind of ['PersistentVolumeClaim', 'NetworkPolicy', 'Service', 'ConfigMap']) {
    expect(rendered(stopped, kind)).toEqual(rendered(anAppOf(prod), kind));
  }
});

test('a store that is stopped is not backed up, which could only fail', () => {
  const influx = { ...prod.workloads['anomaly-influx'], stopped: true };
  const stopped = anAppOf({ ...prod, workloads: { ...prod.workloads, 'anomaly-influx': influx } });

  expect(theObject(stopped, 'CronJob', 'anomaly-influx-backup').spec).toMatchObject({ suspend: true });
});
