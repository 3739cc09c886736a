import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { tryMemoryBytes } from '../../../validation/quantities/quantity';
import type { Text } from '../../../text';
import type { Cluster } from '../../cluster/cluster';
import { namespaceOf } from '../reading/named';

/** A setting by which a program takes memory. */
export interface MemorySetting {
  /** As people call it: `heap of the JVM`. */
  readonly name: Text;
  /** As written: `-Xmx1g`. */
  readonly written: string;
  /** Where it is written: `env JAVA_TOOL_OPTIONS`, `ConfigMap/mongo mongod.conf`. */
  readonly place: string;
  /** What the program takes by it. */
  readonly bytes: number;
  /** The memory limit that this setting needs. */
  readonly neededBytes: number;
}

const MEBIBYTE = 2 ** 20;
const GIBIBYTE = 2 ** 30;
const UNITS: Readonly<Record<string, number>> = { k: 2 ** 10, m: MEBIBYTE, g: GIBIBYTE, t: 2 ** 40 };

interface Reader {
  readonly name: Text;
  readonly sign: RegExp;
  /** What is taken, by what the sign found. */
  readonly bytesOf: (found: RegExpExecArray, limit: number) => number;
  /** The limit that it needs. */
  readonly needs: (bytes: number) => number;
}

const sized = (found: RegExpExecArray) => Number(found[1]) * (UNITS[(found[2] ?? '').toLowerCase().slice(0, 1)] ?? 1);
/** Besides the heap: metaspace 100 Mi, code cache 50 to 80 Mi, threads, direct buffers. */
const jvmNeeds = (heap: number) => Math.max(heap / 0.6, heap + 256 * MEBIBYTE);
/** @see https://spark.apache.org/docs/3.4.4/configuration.html (spark.driver.memoryOverheadFactor) */
const sparkNeeds = (heap: number) => heap + Math.max(384 * MEBIBYTE, heap / 10);

const READERS: readonly Reader[] = [
  {
    name: { en: 'heap of the Spark driver', zh: 'Spark driver 堆' },
    sign: /--driver-memory[= ](\d{1,9})([kmgt])/i,
    bytesOf: sized,
    needs: sparkNeeds,
  },
  {
    name: { en: 'heap of the Spark driver', zh: 'Spark driver 堆' },
    sign: /spark\.driver\.memory[ =]{1,8}(\d{1,9})([kmgt])/i,
    bytesOf: sized,
    needs: sparkNeeds,
  },
  { name: { en: 'heap of the JVM', zh: 'JVM 堆' }, sign: /-Xmx(\d{1,12})([kmgt]?)/i, bytesOf: sized, needs: jvmNeeds },
  {
    name: { en: 'heap of the JVM', zh: 'JVM 堆' },
    sign: /-XX:MaxRAMPercentage=(\d{1,3}(?:\.\d{1,6})?)/,
    bytesOf: ([, percent], limit) => (Number(percent) / 100) * limit,
    needs: jvmNeeds,
  },
  {
    name: { en: 'cache of WiredTiger', zh: 'WiredTiger 缓存' },
    sign: /(?:wiredTigerCacheSizeGB[= ]|cacheSizeGB:\s{0,8})(\d{1,6}(?:\.\d{1,6})?)/,
    bytesOf: ([, gibibytes]) => Number(gibibytes) * GIBIBYTE,
    // What mongod takes by itself is half of what is above 1 Gi.
    needs: (bytes) => 2 * bytes + GIBIBYTE,
  },
  {
    name: { en: 'buffer pool of InnoDB', zh: 'InnoDB 缓冲池' },
    sign: /innodb[_-]buffer[_-]pool[_-]size\s{0,8}=\s{0,8}(\d{1,15})([kmgt]?)/i,
    bytesOf: sized,
    needs: (bytes) => Math.max(2 * bytes, bytes + 424 * MEBIBYTE),
  },
  {
    name: { en: 'maxmemory of Redis', zh: 'Redis maxmemory' },
    sign: /(?:^|\s|--)maxmemory[ =]{1,8}(\d{1,15})([kmgt]?)b?(?![\w-])/i,
    bytesOf: sized,
    // Saving forks, and what is written meanwhile is held twice.
    needs: (bytes) => 2 * bytes,
  },
  {
    name: { en: 'cache of influxd, for each shard', zh: 'influxd 每个 shard 的缓存' },
    sign: /(?:CACHE_MAX_MEMORY_SIZE[= ]|cache-max-memory-size\s{0,8}=\s{0,8}"?)(\d{1,15})([kmgt]?)/i,
    bytesOf: sized,
    needs: (bytes) => 8 * bytes,
  },
  {
    name: { en: 'workers of gunicorn, 1280 Mi each at their peak', zh: 'gunicorn worker（峰值每个 1280 Mi）' },
    sign: /--workers[= ](\d{1,4})/,
    bytesOf: ([, workers]) => Number(workers) * 1280 * MEBIBYTE,
    needs: (bytes) => bytes,
  },
  {
    name: { en: 'heap of Node.js', zh: 'Node.js 堆' },
    sign: /--max[-_]old[-_]space[-_]size=(\d{1,9})/,
    bytesOf: ([, mebibytes]) => Number(mebibytes) * MEBIBYTE,
    needs: (bytes) => bytes / 0.75,
  },
];

/** A file larger than this is no configuration. */
const MOST_CHARACTERS = 100_000;

/** Returns the settings by which the program of a container takes memory, the largest need first. */
export function memorySettings(
  cluster: Cluster,
  pod: Manifest,
  container: JsonObject,
  limitBytes: number,
): readonly MemorySetting[] {
  const found = new Map<string, MemorySetting>();
  for (const { place, text } of texts(cluster, pod, container)) {
    for (const { name, sign, bytesOf, needs } of READERS) {
      const match = sign.exec(text);
      if (match === null || found.has(name.en)) continue;
      const bytes = bytesOf(match, limitBytes);
      if (bytes > 0) found.set(name.en, { name, written: match[0].trim(), place, bytes, neededBytes: needs(bytes) });
    }
  }
  for (const one of memoryVolumes(pod, container)) found.set(one.place, one);
  return [...found.values()].sort((one, other) => other.neededBytes - one.neededBytes);
}

/** The texts that tell a program what to do, those that have the last word first. */
function* texts(cluster: Cluster, pod: Manifest, container: JsonObject): Generator<{ place: string; text: string }> {
  for (const part of ['args', 'command']) {
    yield { place: part, text: asList(container[part]).map(asText).join(' ') };
  }
  for (const { name, value } of asList(container['env']).map(asObject)) {
    yield { place: `env ${asText(name)}`, text: `${asText(name)}=${asText(value)}` };
  }
  const spec = asObject(pod.json['spec']);
  const mounted = new Set(asList(container['volumeMounts']).map((mount) => asText(asObject(mount)['name'])));
  for (const volume of asList(spec['volumes']).map(asObject)) {
    const name = asText(asObject(volume['configMap'])['name']);
    const configMap = mounted.has(asText(volume['name']))
      ? cluster.tryFind('ConfigMap', namespaceOf(pod), name)
      : undefined;
    for (const [key, value] of Object.entries(asObject(configMap?.json['data']))) {
      yield { place: `ConfigMap/${name} ${key}`, text: withoutComments(asText(value).slice(0, MOST_CHARACTERS)) };
    }
  }
}

/** What is in a volume of medium Memory counts as memory of the containers that write it. */
function memoryVolumes(pod: Manifest, container: JsonObject): readonly MemorySetting[] {
  const mounted = new Set(asList(container['volumeMounts']).map((mount) => asText(asObject(mount)['name'])));
  return asList(asObject(pod.json['spec'])['volumes'])
    .map(asObject)
    .filter(({ name, emptyDir }) => mounted.has(asText(name)) && asObject(emptyDir)['medium'] === 'Memory')
    .map(({ name, emptyDir }) => {
      const bytes = tryMemoryBytes(asObject(emptyDir)['sizeLimit']) ?? 0;
      const written = `emptyDir medium Memory, sizeLimit ${asText(asObject(emptyDir)['sizeLimit']) || 'none'}`;
      return {
        name: { en: 'volume in memory', zh: '内存卷' },
        written,
        place: `volume ${asText(name)}`,
        bytes,
        neededBytes: bytes,
      };
    });
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s{0,40}[#;].*$/gm, '');
}
