import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import type { ContainerSize } from '../platform/container-size';
import type { StoreSettings, WorkloadSettings } from '../platform/workload-settings';

/**
 * The size of each workload that fits two VMs of 8C/32G: 6.05 of 8 CPU and 25.25 of 32 Gi requested while nothing is
 * rolled out, 7.45 CPU and 29.25 Gi with every rolling update and every backup at once. An environment takes these
 * and writes over what differs.
 *
 * Requests are what a workload uses on a working day; limits are its peaks. CPU may peak far above its request, as it
 * is only throttled; memory may not, as the process is ended.
 */
export const standardWorkloads = {
  'focus-nginx': { replicas: 2, ...size(50, 300, 64, 128) },
  'focus-web': size(600, 2000, 1792, 2560),
  'focus-mysql': size(300, 1000, 1536),
  'focus-redis': size(100, 500, 512),

  'anomaly-nginx': { replicas: 2, ...size(50, 300, 64, 128) },
  'anomaly-query-api': { replicas: 2, ...size(200, 1000, 768, 1024) },
  'anomaly-config-api': { replicas: 2, ...size(150, 800, 512, 768) },
  'anomaly-kpi-discovery': size(100, 500, 512),
  'anomaly-alert': size(150, 800, 512, 768),
  'anomaly-stream-volume': size(350, 1200, 1408, 1664),
  'anomaly-stream-latency': size(350, 1200, 1408, 1664),
  'anomaly-stream-success-rate': size(350, 1200, 1408, 1664),
  'anomaly-stream-response-rate': size(350, 1200, 1408, 1664),
  'anomaly-stream-host': size(350, 1200, 1408, 1664),
  'anomaly-locate-api': size(400, 1500, 1664, 2048),
  'anomaly-train-api': size(400, 2000, 2048, 2560),
  'anomaly-autotrin': size(50, 300, 256),
  'anomaly-influx': size(800, 2500, 4096),
  'anomaly-mongo': size(500, 2000, 3072),
} satisfies Record<string, WorkloadSettings>;

/** Storage and backups of each store. The backups are staggered, so that one at a time loads the storage. */
export const standardStores = {
  'focus-mysql': store(20, '10 1 * * *', 40),
  'focus-redis': store(5, '30 1 * * *', 10),
  'anomaly-mongo': store(50, '0 2 * * *', 100),
  'anomaly-influx': store(100, '0 3 * * *', 200),
} satisfies Record<string, StoreSettings>;

/** Name of a workload: `<stack>-<id>`. */
export type WorkloadName = keyof typeof standardWorkloads;

/** Name of a workload that keeps data. */
export type StoreName = keyof typeof standardStores;

/** A table row: CPU request and limit in thousandths, memory request and limit (the request, unless said) in Mi. */
function size(cpuRequest: number, cpuLimit: number, memoryRequest: number, memoryLimit = memoryRequest): ContainerSize {
  return {
    cpu: { request: Cpu.millis(cpuRequest), limit: Cpu.millis(cpuLimit) },
    memory: { request: Size.mebibytes(memoryRequest), limit: Size.mebibytes(memoryLimit) },
  };
}

/** A table row: data in Gi, when to back up, backups in Gi. A week of backups is kept. */
function store(storageGi: number, schedule: string, backupGi: number): StoreSettings {
  return {
    storage: Size.gibibytes(storageGi),
    backup: { schedule, storage: Size.gibibytes(backupGi), retention: Duration.days(7) },
  };
}
