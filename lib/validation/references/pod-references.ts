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
const SOURCES = { configMap: 'ConfigMap', secret: 'Secret' } as const;

/**
 * Returns the references of a workload's Pods by which they get configuration, storage and identity.
 *
 * A ConfigMap or Secret in a volume that no container mounts is left out: the kubelet never asks for it. A claim is
 * not, as the scheduler looks at all of them.
 *
 * @see kubernetes/kubernetes v1.27 pkg/kubelet/volumemanager/populator, "Skipping unused volume"
 */
export const podReferences = oncePer((workload: WorkloadManifest): readonly PodReference[] =>
  [
    ...workload.containers.flatMap(environmentReferences),
    ...volumeReferences(workload),
    ...identityReferences(workload),
  ].filter(({ name }) => name !== ''),
);

function environmentReferences({ json, path }: Container): readonly PodReference[] {
  const variables = asList(json['env']).flatMap((item, index) => {
    const variable = asObject(item);
    const from = asObject(variable['valueFrom']);
    return Object.entries(SOURCES).flatMap(([source, kind]) => {
      const reference = from[`${source}KeyRef`];
      if (!isGiven(reference)) return [];
      const field = `${path}.env[${itemName(variable, index)}].valueFrom.${source}KeyRef`;
      const key = asText(asObject(reference)['key']);
      const keys = key === '' ? [] : [{ key, field: `${field}.key`, as: asText(variable['name']) }];
      return [{ kind, ...named(reference, 'name', field), through: 'environment' as const, keys }];
    });
  });
  const whole = asList(json['envFrom']).flatMap((item, index) =>
    Object.entries(SOURCES).flatMap(([source, kind]) => {
      const reference = asObject(item)[`${source}Ref`];
      if (!isGiven(reference)) return [];
      const field = `${path}.envFrom[${index}].${source}Ref`;
      return [{ kind, ...named(reference, 'name', field), through: 'environment' as const }];
    }),
  );
  return [...variables, ...whole];
}

function volumeReferences({ podSpec, podPath, containers }: WorkloadManifest): readonly PodReference[] {
  const used = usedVolumes(containers);
  return asList(podSpec['volumes']).flatMap((item, index) => {
    const volume = asObject(item);
    const name = asText(volume['name']);
    const path = `${podPath}.volumes[${itemName(volume, index)}]`;
    const claim = volume['persistentVolumeClaim'];
    const claims = isGiven(claim)
      ? [{ ...named(claim, 'claimName', `${path}.persistentVolumeClaim`), kind: 'PersistentVolumeClaim' as const }]
      : [];
    const projected = asList(asObject(volume['projected'])['sources']).flatMap((source, place) =>
      fileReferences(asObject(source), `${path}.projected.sources[${place}]`, 'name'),
    );
    const files = used.has(name) ? [...fileReferences(volume, path, 'secretName'), ...projected] : [];
    return [...claims, ...files].map((reference) => ({ ...reference, through: 'volume' as const, volume: name }));
  });
}

/** Returns the ConfigMap and Secret of a volume or of a source of a projected one, whose Secret has another field. */
function fileReferences(holder: JsonObject, path: string, secretField: string) {
  return Object.entries(SOURCES).flatMap(([source, kind]) => {
    const reference = holder[source];
    if (!isGiven(reference)) return [];
    const field = `${path}.${source}`;
    const items = asList(asObject(reference)['items']).flatMap((item, index) => {
      const { key, path: as } = asObject(item);
      const asked = asText(key);
      return asked === '' ? [] : [{ key: asked, field: `${field}.items[${index}].key`, as: asText(as) }];
    });
    const keys = items.length === 0 ? {} : { keys: items };
    return [{ kind, ...named(reference, kind === 'Secret' ? secretField : 'name', field), ...keys }];
  });
}

function identityReferences({ podSpec, podPath }: WorkloadManifest): readonly PodReference[] {
  // The older name of the field is read where the newer one is empty.
  const field = asText(podSpec['serviceAccountName']) === '' ? 'serviceAccount' : 'serviceAccountName';
  const identity = { ...named(podSpec, field, podPath), optional: false };
  return [{ kind: 'ServiceAccount', ...identity, through: 'identity' }];
}

function usedVolumes(containers: readonly Container[]): ReadonlySet<string> {
  const uses = containers.flatMap(({ json }) => [...asList(json['volumeMounts']), ...asList(json['volumeDevices'])]);
  return new Set(uses.map((use) => asText(asObject(use)['name'])));
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
