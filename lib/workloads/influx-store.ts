import { Duration, Size } from 'cdk8s';
import { wholeMebibytes } from '../platform/container-size';
import type { EnvironmentVariables } from '../platform/environment-variables';
import type { HostPort } from '../platform/host-port';
import { scratch } from '../platform/mount';
import { httpProbe } from '../platform/probes';
import type { Stack } from './stack';
import { Store } from './store';

/** What a client wants of InfluxDB: points to write, or to read. Each is an account shared by all who want it. */
export interface InfluxAccess {
  readonly to: 'read' | 'write';
}

export interface InfluxStoreProps {
  /** The database that all points are in. */
  readonly database: string;

  /** How long a point is kept. Too long fills the claim; too short leaves nothing to train with. */
  readonly retention: Duration;
}

/** InfluxDB: KPI values and the results of detection. */
export class InfluxStore extends Store<InfluxAccess> {
  private readonly database: string;

  constructor(stack: Stack, id: string, { database, retention }: InfluxStoreProps) {
    super(stack, id);
    this.database = database;
    this.deployStore({
      summary: 'InfluxDB: KPI values and results of the detection',
      image: 'influxdb',
      ports: { http: 8086, backup: 8088 },
      clientPort: 'http',
      environment: {
        HOME: '/tmp',
        // Go of this age counts the CPUs of the VM, and keeps memory that it has freed unless told.
        GOMAXPROCS: '2',
        GODEBUG: 'madvdontneed=1',
        INFLUXDB_DB: database,
        INFLUXDB_HTTP_AUTH_ENABLED: 'true',
        INFLUXDB_ADMIN_USER: 'admin',
        INFLUXDB_ADMIN_PASSWORD: this.password('admin'),
        INFLUXDB_READ_USER: 'read',
        INFLUXDB_READ_USER_PASSWORD: this.password('read'),
        INFLUXDB_WRITE_USER: 'write',
        INFLUXDB_WRITE_USER_PASSWORD: this.password('write'),
        ...influxSettings(this.settings.memory.limit),
      },
      configFiles: () => ({
        // Each line is a query that the image runs once, when it creates the database.
        '/docker-entrypoint-initdb.d/retention.iql': `ALTER RETENTION POLICY "autogen" ON "${database}" DURATION ${retention.toDays()}d SHARD DURATION 1d DEFAULT\n`,
      }),
      // A folder of the claim, as the image initialises an empty folder only.
      data: { path: '/var/lib/influxdb', subPath: 'influxdb' },
      mounts: () => [scratch('/tmp', Size.mebibytes(64))],
      probes: {
        startup: httpProbe('http', '/ping', { failures: 60 }),
        readiness: httpProbe('http', '/ping'),
        liveness: httpProbe('http', '/ping', { failures: 6 }),
      },
      stop: { gracePeriod: Duration.seconds(90) },
      backup: {
        // The backup port knows no passwords: the NetworkPolicy admits nobody else to it.
        dump: `influxd backup -portable -host ${this.name}:8088 "$partial"`,
        suffix: '.influx',
        ports: ['backup'],
        variables: {},
      },
    });
  }

  protected variables({ host, port }: HostPort, { to }: InfluxAccess): EnvironmentVariables {
    return {
      INFLUX_URL: `http://${host}:${port}`,
      INFLUX_DATABASE: this.database,
      INFLUX_USERNAME: to,
      INFLUX_PASSWORD: this.password(to),
    };
  }
}

/**
 * Returns the settings that keep influxd 1.8 within its memory, as most of its own defaults are unlimited.
 *
 * The cache is per shard, so an eighth of the limit; points above it are refused.
 * @see https://docs.influxdata.com/influxdb/v1/administration/config/
 */
export function influxSettings(memoryLimit: Size): Readonly<Record<string, string>> {
  return {
    INFLUXDB_REPORTING_DISABLED: 'true',
    INFLUXDB_BIND_ADDRESS: '0.0.0.0:8088',
    INFLUXDB_HTTP_PPROF_ENABLED: 'false',
    // Else every point and query is a line of the log.
    INFLUXDB_HTTP_LOG_ENABLED: 'false',
    INFLUXDB_DATA_CACHE_MAX_MEMORY_SIZE: `${Math.floor(wholeMebibytes(memoryLimit) / 8)}m`,
    INFLUXDB_DATA_CACHE_SNAPSHOT_MEMORY_SIZE: '25m',
    // The index on disk: the one in memory is built anew at each start.
    INFLUXDB_DATA_INDEX_VERSION: 'tsi1',
    INFLUXDB_DATA_MAX_CONCURRENT_COMPACTIONS: '1',
    INFLUXDB_DATA_QUERY_LOG_ENABLED: 'false',
    INFLUXDB_COORDINATOR_MAX_CONCURRENT_QUERIES: '20',
    INFLUXDB_COORDINATOR_QUERY_TIMEOUT: '60s',
    INFLUXDB_COORDINATOR_MAX_SELECT_SERIES: '10000',
  };
}
