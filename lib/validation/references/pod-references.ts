import { asList, asObject, asText } from '../manifest';
import type { Json, JsonObject } from '../manifest';
import { oncePer } from '../once-per';
import type { Container, WorkloadManifest } from '../pods/pods';

/** The kinds that a Pod refers to by name. */
export type ReferredKind = 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim' | 'ServiceAccount';

/** A reference of a Pod to another object of its namespace. */
export interface PodReference {
  readonly kind: ReferredKind;
  readonly name: string;
  /** Where the name stands: `spec.template.spec.volumes[data].persistentVolumeClaim.claimName`. */
  readonly field: string;
  /** Whether the Pod starts without it. */
  readonly optional: boolean;
  /** How the Pod reads it. */
  readonly through: 'environment' | 'volume' | 'identity';
  /** The keys that it asks for. @default it takes whatever there is */
  readonly keys?: readonly KeyReference[];
  /** The volume that holds it. @default none: it is no volume */
  readonly volume?: string;
}

/** A key of a ConfigMap or Secret that a Pod asks for. */
export interface KeyReference {
  readonly key: string;
  /** Where the key stands. */
  readonly field: string;
  /** The environment variable that it becomes, or the path of the file. */
  readonly as: string;
}

/** How each kind is named inside a source of variables or of a projected volume. */
const SOURCES = [
  { source: 'configMap', keyRef: 'configMapKeyRef', ref: 'configMapRef', kind: 'ConfigMap' },
  { source: 'secret', keyRef: 'secretKeyRef', ref: 'secretRef', kind: 'Secret' },
] as const;

/**
 * Returns the references of a workload's Pods by which they get configuration, storage and identity.
 *
 * A ConfigMap or Secret in a volume that no container mounts is left out: the kubelet never asks for it. A claim is
 * not, as the scheduler looks at all of them.
 *
 * @see kubernetes/kubernetes v1.27 pkg/kubelet/volumemanager/populator, "Skipping unused volume"
 */
export const podReferences = oncePer((workload: WorkloadManifest): readonly PodReference[] => {
  const references: PodReference[] = [];
  for (const container of workload.containers) addEnvironmentReferences(container, references);
  addVolumeReferences(workload, references);
  references.push(identityReference(workload));
  return references.filter(({ name }) => name !== '');
});

function addEnvironmentReferences({ json, path }: Container, references: PodReference[]): void {
  const through = 'environment';
  for (const [index, item] of asList(json['env']).entries()) {
    const variable = asObject(item);
    if (!isGiven(variable['valueFrom'])) continue;
    const from = asObject(variable['valueFrom']);
    for (const { keyRef, kind } of SOURCES) {
      const reference = from[keyRef];
      if (!isGiven(reference)) continue;
      const field = `${path}.env[${itemName(variable, index)}].valueFrom.${keyRef}`;
      const key = asText(asObject(reference)['key']);
      const keys = key === '' ? [] : [{ key, field: `${field}.key`, as: asText(variable['name']) }];
      references.push({ kind, ...named(reference, 'name', field), through, keys });
    }
  }
  for (const [index, item] of asList(json['envFrom']).entries()) {
    for (const { ref, kind } of SOURCES) {
      const reference = asObject(item)[ref];
      if (!isGiven(reference)) continue;
      references.push({ kind, ...named(reference, 'name', `${path}.envFrom[${index}].${ref}`), through });
    }
  }
}

function addVolumeReferences({ podSpec, podPath, containers }: WorkloadManifest, references: PodReference[]): void {
  const used = usedVolumes(containers);
  for (const [index, item] of asList(podSpec['volumes']).entries()) {
    const json = asObject(item);
    const volume = asText(json['name']);
    const path = `${podPath}.volumes[${itemName(json, index)}]`;
    const claim = json['persistentVolumeClaim'];
    if (isGiven(claim)) {
      const reference = named(claim, 'claimName', `${path}.persistentVolumeClaim`);
      references.push({ ...reference, kind: 'PersistentVolumeClaim', through: 'volume', volume });
    }
    if (!used.has(volume)) continue;
    addFileReferences({ holder: json, path, secretField: 'secretName', volume }, references);
    for (const [place, source] of asList(asObject(json['projected'])['sources']).entries()) {
      const holder = asObject(source);
      addFileReferences(
        { holder, path: `${path}.projected.sources[${place}]`, secretField: 'name', volume },
        references,
      );
    }
  }
}

/** A volume, or a source of a projected one, whose Secret has another field. */
interface FileSource {
  readonly holder: JsonObject;
  readonly path: string;
  readonly secretField: string;
  readonly volume: string;
}

/** Adds the ConfigMap and Secret of a volume. */
function addFileReferences({ holder, path, secretField, volume }: FileSource, references: PodReference[]): void {
  for (const { source, kind } of SOURCES) {
    const reference = holder[source];
    if (!isGiven(reference)) continue;
    const field = `${path}.${source}`;
    const items = asList(asObject(reference)['items']).flatMap((item, index) => {
      const { key, path: as } = asObject(item);
      const asked = asText(key);
      return asked === '' ? [] : [{ key: asked, field: `${field}.items[${index}].key`, as: asText(as) }];
    });
    const keys = items.length === 0 ? {} : { keys: items };
    const names = named(reference, kind === 'Secret' ? secretField : 'name', field);
    references.push({ kind, ...names, ...keys, through: 'volume', volume });
  }
}

function identityReference({ podSpec, podPath }: WorkloadManifest): PodReference {
  // The older name of the field is read where the newer one is empty.
  const field = asText(podSpec['serviceAccountName']) === '' ? 'serviceAccount' : 'serviceAccountName';
  const identity = { ...named(podSpec, field, podPath), optional: false };
  return { kind: 'ServiceAccount', ...identity, through: 'identity' };
}

function usedVolumes(containers: readonly Container[]): ReadonlySet<string> {
  const used = new Set<string>();
  for (const { json } of containers) {
    for (const mount of asList(json['volumeMounts'])) used.add(asText(asObject(mount)['name']));
    for (const device of asList(json['volumeDevices'])) used.add(asText(asObject(device)['name']));
  }
  return used;
}

function named(reference: Json | undefined, nameField: string, path: string) {
  const object = asObject(reference);
  return { name: asText(object[nameField]), field: `${path}.${nameField}`, optional: object['optional'] === true };
}

function itemName(item: JsonObject, index: number): string | number {
  return asText(item['name']) || index;
}

function isGiven(value: Json | undefined): boolean {
  return value !== undefined && value !== null;
}
