import { Duration, Size } from 'cdk8s';
import { sizeBytes } from '../platform/container-size';
import type { EnvironmentVariables } from '../platform/environment-variables';
import type { HostPort } from '../platform/host-port';
import { scratch } from '../platform/mount';
import { tcpProbe } from '../platform/probes';
import type { Stack } from './stack';
import { Store } from './store';

const SECRETS = '/run/secrets/mongo';
const PORT = 27017;

/** The databases that the project keeps in MongoDB. */
export type MongoDatabase = 'kpi' | 'models' | 'anomalies';

/** What a client wants of MongoDB. */
export interface MongoAccess {
  /** The account that it logs in with; clients of one function share one. Its password is the key `<as>-password`. */
  readonly as: string;
  /** What the account may do with each database; nothing with those not named. */
  readonly databases: Readonly<Partial<Record<MongoDatabase, 'read' | 'readWrite'>>>;
}

/** MongoDB: KPI configuration, trained models and anomalies. Each function has an account of its own. */
export class MongoStore extends Store<MongoAccess> {
  private readonly accounts = new Map<string, MongoAccess['databases']>();

  constructor(stack: Stack, id: string) {
    super(stack, id);
    this.deployStore({
      summary: 'MongoDB: KPI configuration, trained models, anomalies',
      image: 'mongodb',
      args: ['mongod', '--config', '/etc/mongo/mongod.conf'],
      ports: { mongodb: PORT },
      clientPort: 'mongodb',
      environment: {
        HOME: '/tmp',
        MONGO_INITDB_ROOT_USERNAME: 'root',
        MONGO_INITDB_ROOT_PASSWORD_FILE: `${SECRETS}/root-password`,
      },
      configFiles: () => ({
        '/etc/mongo/mongod.conf': mongodConf(this.settings.memory.limit),
        '/etc/mongo/accounts.json': accountsJson(this.accountList()),
        '/docker-entrypoint-initdb.d/accounts.js': ACCOUNTS_SCRIPT,
      }),
      data: { path: '/data/db', subPath: 'db' },
      mounts: () => [
        { path: SECRETS, from: { secret: this.credentialsSecret }, keys: this.passwordKeys() },
        scratch('/data/configdb', Size.mebibytes(16)),
        scratch('/tmp', Size.mebibytes(64)),
      ],
      probes: {
        // The server of the first initialisation listens on 127.0.0.1 only: not ready until it is done. A kill in
        // between would leave a database with passwords on and no account. Recovery after a crash is slow, too.
        startup: tcpProbe('mongodb', { failures: 60 }),
        // mongosh would be an answer from inside, and seconds of CPU and 100 Mi for each.
        readiness: tcpProbe('mongodb'),
        liveness: tcpProbe('mongodb', { failures: 6 }),
      },
      stop: { gracePeriod: Duration.seconds(90) },
      backup: {
        dump: `printf 'password: %s\\n' "$MONGO_PASSWORD" > /tmp/mongodump.yaml
mongodump --host=${this.name} --port=${PORT} --username=backup --authenticationDatabase=admin --config=/tmp/mongodump.yaml --gzip --archive="$partial"`,
        suffix: '.archive.gz',
        ports: ['mongodb'],
        variables: { MONGO_PASSWORD: this.password('backup') },
      },
    });
  }

  protected variables({ host, port }: HostPort, { as, databases }: MongoAccess): EnvironmentVariables {
    const known = this.accounts.get(as);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(databases)) {
      throw new RangeError(
        `account "${as}" of ${this.name} is asked to have ${JSON.stringify(databases)} and has ${JSON.stringify(known)}; ` +
          `ask for the same, or name another account`,
      );
    }
    this.accounts.set(as, databases);
    return {
      MONGO_HOST: host,
      MONGO_PORT: `${port}`,
      MONGO_AUTH_DATABASE: 'admin',
      MONGO_USERNAME: as,
      MONGO_PASSWORD: this.password(as),
    };
  }

  private accountList(): readonly Account[] {
    const clients = [...this.accounts].map(([user, databases]) => ({
      user,
      roles: Object.entries(databases).map(([db, role]) => ({ role, db })),
    }));
    return [...clients, { user: 'backup', roles: [{ role: 'backup', db: 'admin' }] }].sort((a, b) =>
      a.user < b.user ? -1 : 1,
    );
  }

  private passwordKeys(): readonly string[] {
    return ['root', ...this.accountList().map(({ user }) => user)].map((account) => this.password(account).key);
  }
}

interface Account {
  readonly user: string;
  readonly roles: readonly { readonly role: string; readonly db: string }[];
}

/** One account a line, so that a review shows which one changed. */
function accountsJson(accounts: readonly Account[]): string {
  return `[\n${accounts.map((account) => `  ${JSON.stringify(account)}`).join(',\n')}\n]\n`;
}

/**
 * Runs at the first start, after the root account is made; and whenever somebody runs it again, to add the account of
 * a new client or to change a password.
 */
const ACCOUNTS_SCRIPT = `// The shell of MongoDB 4.4 has cat, that of later ones the modules of Node.
const read = (file) => (typeof cat === 'function' ? cat(file) : require('fs').readFileSync(file, 'utf8'));
const password = (account) => read('${SECRETS}/' + account + '-password').trim();
const admin = db.getSiblingDB('admin');
admin.auth('root', password('root'));
for (const { user, roles } of JSON.parse(read('/etc/mongo/accounts.json'))) {
  if (admin.getUser(user) === null) {
    admin.createUser({ user, pwd: password(user), roles });
  } else {
    admin.updateUser(user, { pwd: password(user), roles });
  }
}
`;

const GIBIBYTE = 1024 ** 3;

/** What mongod takes when told nothing: half of what is above 1 Gi, and 256 Mi at least; in hundredths of a Gi. */
export function wiredTigerCacheGigabytes(memoryLimit: Size): number {
  const half = (sizeBytes(memoryLimit) / GIBIBYTE - 1) / 2;
  return Math.max(0.25, Math.floor(half * 100) / 100);
}

function mongodConf(memoryLimit: Size): string {
  return `storage:
  dbPath: /data/db
  wiredTiger:
    engineConfig:
      # Half of what the memory limit leaves above 1 Gi. Told, as not every release sees a container's limit.
      cacheSizeGB: ${wiredTigerCacheGigabytes(memoryLimit)}
net:
  port: ${PORT}
  # Each connection takes up to 1 Mi outside the cache.
  maxIncomingConnections: 500
`;
}
