import { asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { parseImageReference } from '../../../validation/names/image-reference';
import { tryPodFields } from '../../../validation/pods/pod-fields';
import type { WorkloadManifest } from '../../../validation/pods/pods';
import type { GraphNode } from '../report-model';

const STACK_LABELS = ['znyw/stack', 'app.kubernetes.io/part-of'];
const COMPONENT_LABEL = 'app.kubernetes.io/component';

/** What the component of a workload says of its role, by the words that people use. */
const ROLES_BY_COMPONENT: readonly (readonly [RegExp, GraphNode['role']])[] = [
  [/^(?:gateway|ingress|entry|edge|proxy)$/i, 'entry'],
  [/^(?:store|storage|database|db|cache|queue|broker|message-?queue|search)$/i, 'store'],
  [/^(?:stream|streaming|stream-processor)$/i, 'stream'],
  [/^(?:job|batch|cron|scheduler|trainer|backup|migration)$/i, 'job'],
];

/** Images whose programs keep data, by the name of their repository. */
const STORES =
  /^(?:mongo|mongodb|influxdb|mysql|mariadb|percona|postgres|postgresql|redis|valkey|memcached|elasticsearch|opensearch|cassandra|etcd|kafka|rabbitmq|minio|clickhouse|neo4j|zookeeper)$/;

/** Images whose programs work on streams. */
const STREAMS = /^(?:flink|spark|spark-streaming|storm)$/;

/**
 * Returns the stack of each workload, empty for one that belongs to none. Of several namespaces each has stacks of its
 * own: systems of one kind, beside each other, are no single one.
 */
export function stacksOf(workloads: readonly WorkloadManifest[]): ReadonlyMap<Manifest, string> {
  const prefixes = new Map<string, number>();
  for (const { manifest } of workloads) {
    const prefix = prefixOf(manifest);
    prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  const several = new Set(workloads.map(({ manifest }) => namespaceIn(manifest))).size > 1;
  return new Map(
    workloads.map(({ manifest }) => {
      const labelled = STACK_LABELS.map((label) => labelOf(manifest, label)).find((value) => value !== '');
      const prefix = prefixOf(manifest);
      const stack = labelled ?? ((prefixes.get(prefix) ?? 0) > 1 ? prefix : '');
      return [manifest, [several ? namespaceIn(manifest) : '', stack].filter(Boolean).join('/')] as const;
    }),
  );
}

/** Returns what a workload is in a picture, by its kind, the label of its component, its entries and its images. */
export function roleOf(workload: WorkloadManifest, isEntry: boolean): GraphNode['role'] {
  const { manifest, kind, containers } = workload;
  if (kind === 'Job' || kind === 'CronJob') return 'job';
  const component = labelOf(manifest, COMPONENT_LABEL) || podLabel(manifest, COMPONENT_LABEL);
  const byComponent = ROLES_BY_COMPONENT.find(([pattern]) => pattern.test(component))?.[1];
  if (byComponent !== undefined) return byComponent;
  const images = containers.filter(({ init }) => !init).map(({ json }) => parseImageReference(asText(json['image'])));
  if (images.some(({ repository }) => STORES.test(repository))) return 'store';
  if (images.some(({ repository }) => STREAMS.test(repository))) return 'stream';
  if (isEntry) return 'entry';
  return kind === 'StatefulSet' ? 'store' : 'service';
}

/** Returns the images of a workload as its box says them: `mongodb:7.0.14`, those that only prepare left out. */
export function imagesText({ containers }: WorkloadManifest): string {
  const images = containers
    .filter(({ init }) => !init)
    .map(({ json }) => parseImageReference(asText(json['image'])))
    .map(({ repository, tag, digest }) => `${repository}${versionText(tag, digest)}`);
  return [...new Set(images)].join(', ');
}

/** Returns the value of a label, empty where the object has none. */
export function labelOf({ json }: Manifest, label: string): string {
  return asText(asObject(asObject(json['metadata'])['labels'])[label]);
}

function podLabel(manifest: Manifest, label: string): string {
  return tryPodFields(manifest)?.metadata.at('labels').entry(label).text ?? '';
}

function namespaceIn({ json }: Manifest): string {
  return asText(asObject(json['metadata'])['namespace']);
}

function prefixOf({ json }: Manifest): string {
  const name = asText(asObject(json['metadata'])['name']);
  const hyphen = name.indexOf('-');
  return hyphen > 0 ? name.slice(0, hyphen) : '';
}

/** Whole digests are too long to read; twelve characters are what tools show. */
function versionText(tag: string | undefined, digest: string | undefined): string {
  if (tag !== undefined) return `:${tag}`;
  return digest === undefined ? '' : `@${digest.slice(0, 'sha256:'.length + 12)}`;
}
