import { Duration, Size } from 'cdk8s';
import { wholeMebibytes } from '../platform/container-size';
import type { EnvironmentVariables } from '../platform/environment-variables';
import type { HostPort } from '../platform/host-port';
import { scratch } from '../platform/mount';
import { execProbe, tcpProbe } from '../platform/probes';
import type { Stack } from './stack';
import { Store } from './store';

const SECRETS = '/run/secrets/mysql';
const PORT = 3306;

export interface MySqlStoreProps {
  /** The database, and the name of the account that owns it. */
  readonly database: string;
}

/** MySQL: users, uploads and results of Focus. */
export class MySqlStore extends Store {
  private readonly database: string;

  constructor(stack: Stack, id: string, { database }: MySqlStoreProps) {
    super(stack, id);
    this.database = database;
    const memory = mySqlMemory(this.name, this.settings.memory.limit);
    // Over TCP: the server of the first initialisation answers on the socket, with no network. An account is not
    // needed, since a refused login is an answer, too.
    const ping = ['mysqladmin', 'ping', '--host=127.0.0.1', '--connect-timeout=3'];
    this.deployStore({
      summary: 'MySQL: users, uploads and results',
      image: 'mysql',
      ports: { mysql: PORT },
      clientPort: 'mysql',
      environment: {
        MYSQL_ROOT_PASSWORD_FILE: `${SECRETS}/root-password`,
        // Nobody logs in as root over the network.
        MYSQL_ROOT_HOST: 'localhost',
        MYSQL_DATABASE: database,
        MYSQL_USER: database,
        MYSQL_PASSWORD_FILE: `${SECRETS}/${database}-password`,
        MYSQL_INITDB_SKIP_TZINFO: '1',
      },
      configFiles: () => ({
        '/etc/mysql/conf.d/znyw.cnf': mySqlConf(memory),
        '/docker-entrypoint-initdb.d/backup-account.sh': backupAccountScript(database),
      }),
      data: { path: '/var/lib/mysql', subPath: 'mysql' },
      mounts: () => [
        {
          path: SECRETS,
          from: { secret: this.credentialsSecret },
          keys: ['root', database, 'backup'].map((account) => this.password(account).key),
        },
        scratch('/tmp', Size.gibibytes(1)),
        scratch('/var/run/mysqld', Size.mebibytes(16)),
        scratch('/var/lib/mysql-files', Size.mebibytes(16)),
      ],
      probes: {
        startup: execProbe(ping, { failures: 60 }),
        readiness: execProbe(ping),
        liveness: tcpProbe('mysql', { failures: 6 }),
      },
      // Time to write the buffer pool back; a kill means recovery from the log at the next start.
      stop: { gracePeriod: Duration.seconds(120) },
      backup: {
        dump: `printf '[client]\\nhost=%s\\nuser=backup\\npassword="%s"\\n' ${this.name} "$MYSQL_BACKUP_PASSWORD" > /tmp/client.cnf
mysqldump --defaults-extra-file=/tmp/client.cnf --single-transaction --quick --routines --triggers --events --no-tablespaces --set-gtid-purged=OFF ${database} | gzip > "$partial"`,
        suffix: '.sql.gz',
        ports: ['mysql'],
        variables: { MYSQL_BACKUP_PASSWORD: this.password('backup') },
      },
    });
  }

  protected variables({ host, port }: HostPort): EnvironmentVariables {
    return {
      MYSQL_HOST: host,
      MYSQL_PORT: `${port}`,
      MYSQL_DATABASE: this.database,
      MYSQL_USERNAME: this.database,
      MYSQL_PASSWORD: this.password(this.database),
    };
  }
}

/** How mysqld divides its memory, in Mi. */
export interface MySqlMemory {
  readonly bufferPoolMebibytes: number;
  readonly connections: number;
}

const PERFORMANCE_SCHEMA_MEBIBYTES = 200;
const TEMPORARY_TABLES_MEBIBYTES = 64;
const SPARE_MEBIBYTES = 100;
const BESIDES_POOL_MEBIBYTES = PERFORMANCE_SCHEMA_MEBIBYTES + TEMPORARY_TABLES_MEBIBYTES + SPARE_MEBIBYTES;
const CONNECTION_MEBIBYTES = 3;
const MOST_CONNECTIONS = 100;
const FEWEST_CONNECTIONS = 20;
/** The pool grows in chunks: innodb_buffer_pool_chunk_size. */
const CHUNK_MEBIBYTES = 128;

/**
 * Divides a memory limit: half for the buffer pool in whole chunks, or less where 20 connections would find no room;
 * then the performance schema, temporary tables, a reserve, and 3 Mi a connection for what is left, 100 at most.
 *
 * @throws RangeError if there is no room for one chunk and 20 connections
 * @see https://dev.mysql.com/doc/refman/8.0/en/memory-use.html
 */
export function mySqlMemory(workload: string, memoryLimit: Size): MySqlMemory {
  const limit = wholeMebibytes(memoryLimit);
  const forPool = limit - BESIDES_POOL_MEBIBYTES - FEWEST_CONNECTIONS * CONNECTION_MEBIBYTES;
  const pool = Math.floor(Math.min(limit / 2, forPool) / CHUNK_MEBIBYTES) * CHUNK_MEBIBYTES;
  if (pool < CHUNK_MEBIBYTES) {
    throw new RangeError(
      `${workload} has a memory limit of ${limit}Mi; mysqld needs ${limit - forPool + CHUNK_MEBIBYTES}Mi for a buffer ` +
        `pool of ${CHUNK_MEBIBYTES}Mi and ${FEWEST_CONNECTIONS} connections; raise the limit`,
    );
  }
  const connections = Math.floor((limit - BESIDES_POOL_MEBIBYTES - pool) / CONNECTION_MEBIBYTES);
  return { bufferPoolMebibytes: pool, connections: Math.min(MOST_CONNECTIONS, connections) };
}

function mySqlConf({ bufferPoolMebibytes, connections }: MySqlMemory): string {
  return `[mysqld]
# Half of the memory limit; mysqld of this release does not see a container's limit.
innodb_buffer_pool_size=${bufferPoolMebibytes}M
temptable_max_ram=${TEMPORARY_TABLES_MEBIBYTES}M
# What is larger goes into the database, as /tmp is small and its overflow would evict the Pod.
temptable_max_mmap=0
max_connections=${connections}
character_set_server=utf8mb4
collation_server=utf8mb4_0900_ai_ci
# Nobody replicates from here, and the log would fill the claim.
disable_log_bin
mysqlx=0
`;
}

/** The image sources this at the first start, so that its own functions are there. */
function backupAccountScript(database: string): string {
  return `docker_process_sql --database=mysql <<SQL
CREATE USER 'backup'@'%' IDENTIFIED BY '$(cat ${SECRETS}/backup-password)';
GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON \\\`${database}\\\`.* TO 'backup'@'%';
GRANT SHOW_ROUTINE ON *.* TO 'backup'@'%';
SQL
`;
}
