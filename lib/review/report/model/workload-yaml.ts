import { yamlText } from '../../../manifests/yaml-text';
import { addToList } from '../../../validation/add-to-list';
import { asObject, asText } from '../../../validation/manifest';
import type { Manifest } from '../../../validation/manifest';
import { tryWorkload } from '../../../validation/pods/pods';
import { maskedObject } from '../../comparison/masked-values';

/** A file with more workloads is not repeated for each of them: the report would grow with their square. */
const MOST_SHARED = 4;

/**
 * Returns a reader of the YAML of workloads: the whole file of one, with what is secret hidden, or of a file that
 * holds many workloads only what has its name.
 */
export function workloadYaml(manifests: readonly Manifest[]): (workload: Manifest) => string {
  const files = new Map<string, Manifest[]>();
  for (const manifest of manifests) addToList(files, manifest.file, manifest);
  const shared = new Map([...files].map(([file, objects]) => [file, objects.filter((one) => tryWorkload(one)).length]));
  const byName = new Map<string, Manifest[]>();
  for (const manifest of manifests) addToList(byName, placeOf(manifest), manifest);
  return (workload) => {
    const isShared = (shared.get(workload.file) ?? 0) > MOST_SHARED;
    const objects = isShared ? (byName.get(placeOf(workload)) ?? []) : (files.get(workload.file) ?? []);
    return yamlText(objects.map((object) => maskedObject(object).json));
  };
}

function placeOf({ file, json }: Manifest): string {
  const { namespace, name } = asObject(json['metadata']);
  return JSON.stringify([file, asText(namespace), asText(name)]);
}
