import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { wholeMebibytes } from '../platform/container-size';
import type { EnvironmentVariables } from '../platform/environment-variables';
import type { HostPort } from '../platform/host-port';
import { execProbe, tcpProbe } from '../platform/probes';
import type { Stack } from './stack';
import { Store } from './store';

const PORT = 6379;

/** Redis: queue and cache of Focus. It keeps what it holds over a restart, as a queue that forgets loses work. */
export class RedisStore extends Store {
  constructor(stack: Stack, id: string) {
    super(stack, id);
    // redis-cli ends with 0 on an error answer, too: "loading", "no password".
    const ping = ['sh', '-c', 'test "$(redis-cli ping)" = PONG'];
    this.deployStore({
      summary: 'Redis: queue and cache',
      image: 'redis',
      // The password goes in by standard input: an argument would show in the list of processes. Not through a pipe,
      // as redis-server has to be the process that is asked to stop.
      command: ['sh', '-c'],
      args: ['exec redis-server /etc/redis/redis.conf - <<EOF\nrequirepass "$REDISCLI_AUTH"\nEOF\n'],
      ports: { redis: PORT },
      clientPort: 'redis',
      environment: { REDISCLI_AUTH: this.password('redis') },
      configFiles: () => ({ '/etc/redis/redis.conf': redisConf(this.settings.memory.limit) }),
      data: { path: '/data', subPath: 'redis' },
      probes: {
        // Time to read its log of commands back.
        startup: execProbe(ping, { period: Duration.seconds(5), failures: 60 }),
        readiness: execProbe(ping),
        liveness: tcpProbe('redis', { failures: 6 }),
      },
      stop: { gracePeriod: Duration.seconds(60) },
      backup: {
        dump: `redis-cli -h ${this.name} -p ${PORT} --rdb "$partial"`,
        suffix: '.rdb',
        ports: ['redis'],
        variables: { REDISCLI_AUTH: this.password('redis') },
        size: {
          cpu: { request: Cpu.millis(50), limit: Cpu.millis(200) },
          memory: { request: Size.mebibytes(128), limit: Size.mebibytes(128) },
        },
      },
    });
  }

  protected variables({ host, port }: HostPort): EnvironmentVariables {
    return { REDIS_HOST: host, REDIS_PORT: `${port}`, REDIS_PASSWORD: this.password('redis') };
  }
}

function redisConf(memoryLimit: Size): string {
  return `bind * -::*
port ${PORT}
dir /data
# Half of the memory limit: saving forks, and what is written meanwhile is held twice.
maxmemory ${Math.floor(wholeMebibytes(memoryLimit) / 2)}mb
# A queue must not lose entries without a word: writes are refused when it is full.
maxmemory-policy noeviction
appendonly yes
save 900 1 300 100
`;
}
