import { asObject } from '../../../validation/manifest';
import type { JsonObject, Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import { podReferences } from '../../../validation/references/pod-references';
import type { Cluster } from '../../cluster/cluster';
import { eventEvidence, eventMessage } from '../reading/evidence';
import { namespaceOf, nameOf } from '../reading/named';
import { MOST_READ } from './last-words';
import { unstartedPods } from './unstarted-pods';
import { waitingContainers } from './waiting-containers';

/** A ConfigMap or Secret, or a key in it, that the Pods of a workload wait for. */
export interface ConfigurationFault {
  /** The workload. */
  readonly id: string;
  readonly pod: Manifest;
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly namespace: string;
  /** @default the whole object is missing */
  readonly key?: string;
  /** Where the workload refers to it. @default not found there */
  readonly field?: string;
  readonly evidence: readonly string[];
}

interface Told {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly key?: string;
}

const CONFIG_ERROR: ReadonlySet<string> = new Set(['CreateContainerConfigError']);
const READ = new WeakMap<Cluster, readonly ConfigurationFault[]>();

/** Returns the ConfigMaps, Secrets and keys that Pods wait for; each once for a workload. */
export function configurationFaults(cluster: Cluster): readonly ConfigurationFault[] {
  const known = READ.get(cluster);
  if (known !== undefined) return known;
  const faults = new Map<string, ConfigurationFault>();
  for (const fault of [...ofEnvironments(cluster), ...ofVolumes(cluster)]) {
    const { id, kind, name, key = '' } = fault;
    const place = JSON.stringify([id, kind, name, key]);
    if (!faults.has(place)) faults.set(place, fault);
  }
  const read = [...faults.values()];
  READ.set(cluster, read);
  return read;
}

/** What the kubelet says of the variables of a container. */
function ofEnvironments(cluster: Cluster): readonly ConfigurationFault[] {
  return waitingContainers(cluster, CONFIG_ERROR).flatMap(({ id, pod, workload, message, evidence }) => {
    const told = tryTold(message.slice(0, MOST_READ));
    return told === undefined ? [] : [located({ id, pod, workload, evidence: [evidence] }, told)];
  });
}

/** What the kubelet says of the volumes of a Pod; where its events are gone, what is seen not to be there. */
function ofVolumes(cluster: Cluster): readonly ConfigurationFault[] {
  return unstartedPods(cluster).flatMap(({ id, pod, workload, events }) => {
    const mounts = events.filter(({ reason }) => reason === 'FailedMount');
    const told = mounts.flatMap((event) => {
      const message = eventMessage(event).slice(0, MOST_READ);
      const found = tryTold(message) ?? tryToldOfVolume(pod, message);
      return found === undefined ? [] : [{ found, evidence: [eventEvidence(pod, event)] }];
    });
    const seen =
      told.length > 0 ? [] : unseen(cluster, pod).map((found) => ({ found, evidence: [unseenText(pod, found)] }));
    return [...told, ...seen].map(({ found, evidence }) => located({ id, pod, workload, evidence }, found));
  });
}

function tryTold(message: string): Told | undefined {
  const missing = /\b(configmap|secret)s? "([^"]+)" not found/.exec(message);
  if (missing !== null) return { kind: missing[1] === 'secret' ? 'Secret' : 'ConfigMap', name: missing[2] ?? '' };
  const key = /couldn't find key (\S+) in (ConfigMap|Secret) [^/\s]*\/([^\s,;]+)/.exec(message);
  if (key === null) return undefined;
  return { kind: key[2] === 'Secret' ? 'Secret' : 'ConfigMap', name: key[3] ?? '', key: key[1] ?? '' };
}

/** A volume's missing key comes without the name of what should have it. */
function tryToldOfVolume(pod: Manifest, message: string): Told | undefined {
  const match = /volume "([^"]+)" : .*references non-existent (config|secret) key: ([^\s,\]]+)/.exec(message);
  const workload = tryWorkload({ ...pod, json: { apiVersion: 'v1', kind: 'Pod', ...pod.json } });
  if (match === null || workload === undefined) return undefined;
  const [, volume, source, key = ''] = match;
  const kind = source === 'secret' ? 'Secret' : 'ConfigMap';
  const references = podReferences(workload).filter((one) => one.volume === volume && one.kind === kind);
  const reference = references.find(({ keys }) => keys?.some((one) => one.key === key)) ?? references[0];
  return reference === undefined ? undefined : { kind, name: reference.name, key };
}

function unseen(cluster: Cluster, pod: Manifest): readonly Told[] {
  const workload = tryWorkload({ ...pod, json: { apiVersion: 'v1', kind: 'Pod', ...pod.json } });
  if (workload === undefined) return [];
  return podReferences(workload).flatMap(({ kind, name, optional, through }) => {
    if ((kind !== 'ConfigMap' && kind !== 'Secret') || optional || through !== 'volume') return [];
    if (cluster.reading.unread.has(kind === 'ConfigMap' ? 'configmaps' : 'secrets')) return [];
    return cluster.tryFind(kind, namespaceOf(pod), name) === undefined ? [{ kind, name }] : [];
  });
}

function unseenText(pod: Manifest, { kind, name }: Told): string {
  return `Pod/${nameOf(pod)} mounts ${kind}/${name}, which is not among the ${kind}s of the namespace`;
}

interface Asking {
  readonly id: string;
  readonly pod: Manifest;
  readonly workload: Manifest;
  readonly evidence: readonly string[];
}

function located({ id, pod, workload, evidence }: Asking, told: Told): ConfigurationFault {
  const references = tryWorkload(workload) ?? tryWorkload(pod);
  const named = references === undefined ? [] : podReferences(references).filter((one) => isSame(one, told));
  const withKey = named.flatMap(({ keys = [] }) => keys).find(({ key }) => key === told.key);
  const field = told.key === undefined ? named[0]?.field : (withKey?.field ?? named[0]?.field);
  const base = { id, pod, namespace: namespaceOf(pod), evidence, ...told };
  return field === undefined ? base : { ...base, field };
}

function isSame(one: { readonly kind: string; readonly name: string }, { kind, name }: Told): boolean {
  return one.kind === kind && one.name === name;
}

/** Returns the keys that a ConfigMap or Secret has, sorted. */
export function keysOf(object: JsonObject): readonly string[] {
  const maps = ['data', 'binaryData', 'stringData'].map((field) => asObject(object[field]));
  return [...new Set(maps.flatMap((map) => Object.keys(map)))].sort();
}
