import { Duration, Size } from 'cdk8s';
import { prod } from '../environments/prod';
import { theDeployment, theObject, theOpenings, theVariables, rendered } from './testing/rendered-objects';
import { aClusterModeStack, aStack } from './testing/testing-stack';
import { aMongoStore, aMySqlStore, anInfluxStore, aRedisStore } from './testing/testing-stores';
import { TestingWorkload } from './testing/testing-workload';
import { MongoStore } from './mongo-store';

const stores = [
  { name: 'anomaly-mongo', make: aMongoStore, path: '/data/db', subPath: 'db', storage: '50Gi', backup: '100Gi' },
  {
    name: 'anomaly-influx',
    make: anInfluxStore,
    path: '/var/lib/influxdb',
    subPath: 'influxdb',
    storage: '100Gi',
    backup: '200Gi',
  },
  { name: 'focus-mysql', make: aMySqlStore, path: '/var/lib/mysql', subPath: 'mysql', storage: '20Gi', backup: '40Gi' },
  { name: 'focus-redis', make: aRedisStore, path: '/data', subPath: 'redis', storage: '5Gi', backup: '10Gi' },
] as const;

/** A client whose work comes from elsewhere, as that of a Spark driver in YARN. */
class OutsideWorker extends TestingWorkload {
  readonly worksFrom = ['10.120.0.0/16'];
}

describe.each(stores)('$name', ({ name, make, path, subPath, storage, backup }) => {
  test('is ended before it starts anew, as only one VM has its volume', () => {
    expect(theDeployment(make(), name).spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
  });

  test('keeps its data in a folder of a claim of the distributed storage', () => {
    expect(theObject(make(), 'PersistentVolumeClaim', `${name}-data`).spec).toEqual({
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'distributed-block',
      resources: { requests: { storage } },
    });
    const { containers, volumes } = theDeployment(make(), name).spec.template.spec;
    const mount = containers[0]?.volumeMounts.find(({ mountPath }) => mountPath === path);
    expect(mount).toEqual({ name: mount?.name, mountPath: path, subPath });
    expect(volumes).toContainEqual({ name: mount?.name, persistentVolumeClaim: { claimName: `${name}-data` } });
  });

  test('keeps its backups on another claim', () => {
    expect(theObject(make(), 'PersistentVolumeClaim', `${name}-backup`).spec).toEqual({
      accessModes: ['ReadWriteOnce'],
      storageClassName: 'distributed-block',
      resources: { requests: { storage: backup } },
    });
  });

  test('with two replicas is refused, as its volume is mounted once', () => {
    expect(() => make({ workloads: { [name]: { replicas: 2 } } })).toThrow(
      new RangeError(`${name} has 2 replicas; 1 may run, as its volume is mounted once`),
    );
  });

  test('keeps both claims while it is stopped', () => {
    const store = make({ workloads: { [name]: { stopped: true } } });

    expect(theDeployment(store, name).spec.replicas).toBe(0);
    expect(
      rendered(store, 'PersistentVolumeClaim')
        .map(({ metadata }) => metadata.name)
        .sort(),
    ).toEqual([`${name}-backup`, `${name}-data`]);
  });

  test('has time to become ready at its first start', () => {
    const { failureThreshold = 0, periodSeconds = 0 } =
      theDeployment(make(), name).spec.template.spec.containers[0]?.startupProbe ?? {};

    expect(failureThreshold * periodSeconds).toBeGreaterThanOrEqual(300);
  });
});

test('the sizes of claims, the schedule and the retention are those of the environment', () => {
  const stores = {
    ...prod.stores,
    'anomaly-mongo': {
      storage: Size.tebibytes(1),
      backup: { schedule: '15 5 * * 0', storage: Size.gibibytes(1.5), retention: Duration.days(30) },
    },
  };

  const store = aMongoStore({ environment: { ...prod, stores } });

  expect(theObject(store, 'PersistentVolumeClaim', 'anomaly-mongo-data').spec).toMatchObject({
    resources: { requests: { storage: '1024Gi' } },
  });
  expect(theObject(store, 'PersistentVolumeClaim', 'anomaly-mongo-backup').spec).toMatchObject({
    resources: { requests: { storage: '1536Mi' } },
  });
  expect(theObject(store, 'CronJob', 'anomaly-mongo-backup').spec).toMatchObject({ schedule: '15 5 * * 0' });
  expect(JSON.stringify(theObject(store, 'CronJob', 'anomaly-mongo-backup').spec)).toContain(' -mtime +29 ');
});

describe('work that runs outside the cluster', () => {
  test('reaches a store by a port of the VMs, and only from its addresses', () => {
    const stack = aClusterModeStack();
    const store = new MongoStore(stack, 'mongo');

    new OutsideWorker(stack, 'alert').connectTo(store, { as: 'stream', databases: { models: 'read' } });

    expect(theObject(store, 'Service', 'anomaly-mongo-outside').spec).toMatchObject({
      type: 'NodePort',
      externalTrafficPolicy: 'Local',
      ports: [{ name: 'mongodb', port: 27017, nodePort: 30017 }],
    });
    expect(theVariables(stack, 'anomaly-alert')).toMatchObject({
      MONGO_HOST: 'anomaly-mongo',
      DRIVER_MONGO_HOST: 'znyw-vms.test.bank.example',
      MONGO_PORT: '27017',
      DRIVER_MONGO_PORT: '30017',
    });
    expect(theOpenings(store, 'anomaly-mongo')).toContain('in 10.120.0.0/16 27017/TCP');
  });

  test('does not change the address that others within the cluster have', () => {
    const stack = aClusterModeStack();
    const store = new MongoStore(stack, 'mongo');

    new OutsideWorker(stack, 'alert').connectTo(store, { as: 'stream', databases: { models: 'read' } });
    new TestingWorkload(stack, 'query-api').connectTo(store, { as: 'query-api', databases: { kpi: 'read' } });

    expect(theVariables(stack, 'anomaly-query-api')).toMatchObject({
      MONGO_HOST: 'anomaly-mongo',
      MONGO_PORT: '27017',
    });
  });

  test('cannot reach a store that has no such port, and the field to set is named', () => {
    const hadoop = { ...prod.hadoop, storeAccess: undefined };
    const stack = aStack({ environment: { ...prod, hadoop } });
    const store = new MongoStore(stack, 'mongo');

    expect(() => new OutsideWorker(stack, 'alert').connectTo(store, { as: 'stream', databases: {} })).toThrow(
      new RangeError(
        'anomaly-mongo has no port for Spark drivers in YARN, which cannot reach Pods; set hadoop.storeAccess of environment "prod"',
      ),
    );
  });
});
