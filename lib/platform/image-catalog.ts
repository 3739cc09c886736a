/** An image of the project and the account that its processes run as. */
export interface CatalogImage {
  /** Whether it is taken as the community publishes it, or built in `images/`. */
  readonly origin: 'community' | 'custom';

  /** Release tag; never one that moves. */
  readonly version: string;

  /** What it is built from, or retagged from: the upstream reference. */
  readonly builtFrom: string;

  /** Numeric user of its processes. `runAsNonRoot` refuses an image whose user is a name. */
  readonly uid: number;

  /** Numeric group of its processes; volumes are made accessible to it. */
  readonly gid: number;
}

/**
 * The nine images, by the name of their repository in the DTR.
 *
 * Users are those of the upstream Dockerfiles: mongo, mysql and redis (Debian) 999, influxdb 1500 from 1.11 on (1.8
 * runs as root unless told; the same number eases the upgrade), nginx-unprivileged 101, our own 10001.
 *
 * MongoDB from 5.0 on needs CPUs with AVX, which some virtual machines hide: mongod then dies with SIGILL (exit code
 * 132), and 4.4 is the version to fall back to.
 */
export const imageCatalog = {
  nginx: {
    origin: 'community',
    version: '1.26.3',
    builtFrom: 'nginxinc/nginx-unprivileged:1.26.3-alpine-slim',
    uid: 101,
    gid: 101,
  },
  mysql: { origin: 'community', version: '8.0.46', builtFrom: 'mysql:8.0.46', uid: 999, gid: 999 },
  redis: { origin: 'community', version: '7.2.11', builtFrom: 'redis:7.2.11', uid: 999, gid: 999 },
  mongodb: { origin: 'community', version: '6.0.28', builtFrom: 'mongo:6.0.28', uid: 999, gid: 999 },
  influxdb: { origin: 'community', version: '1.8.10', builtFrom: 'influxdb:1.8.10', uid: 1500, gid: 1500 },
  'focus-web': { origin: 'custom', version: '1.0.0', builtFrom: 'python:3.11-slim', uid: 10001, gid: 10001 },
  hadoop_krb5: { origin: 'custom', version: '1.0.0', builtFrom: 'eclipse-temurin:11-jre', uid: 10001, gid: 10001 },
  autotrin: { origin: 'custom', version: '1.0.0', builtFrom: 'python:3.11-slim', uid: 10001, gid: 10001 },
  'alpine-java': {
    origin: 'custom',
    version: '1.0.0',
    builtFrom: 'eclipse-temurin:17-jre-alpine',
    uid: 10001,
    gid: 10001,
  },
} as const satisfies Record<string, CatalogImage>;

/** Name of an image of the catalog, which is also the name of its repository in the DTR. */
export type ImageName = keyof typeof imageCatalog;
