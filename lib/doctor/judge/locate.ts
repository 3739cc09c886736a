import { asObject, asText, objectId } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import type { Expected } from '../cluster/expected';
import type { Symptom, Where } from './finding';
import type { RelatedObjects } from './related-objects';

/** What the data of an environment decide, and not the stack. */
const DATA_OF_ENVIRONMENT = /resources|replicas|image|storage|schedule|registry|memory|cpu|suspend/i;

/** Finds the lines to change, by the objects that `dist/` holds. */
export class Places {
  private readonly expected = new Map<string, Manifest>();

  constructor(
    private readonly related: RelatedObjects,
    private readonly from: Expected,
  ) {
    for (const manifest of from.manifests) this.expected.set(objectId(manifest), manifest);
  }

  /** Returns where the line to change stands, or undefined where it is in none of our files. */
  tryPlace({ object, at = object, property }: Symptom): Where | undefined {
    const manifest = this.expected.get(at) ?? this.expected.get(this.related.topOwner(at));
    if (manifest === undefined) return undefined;
    const { file, construct } = manifest;
    const source = this.trySource(file, property ?? '');
    return {
      file,
      ...(source === undefined ? {} : { source }),
      ...(construct === undefined ? {} : { construct }),
      ...(property === undefined ? {} : { property }),
    };
  }

  private trySource(file: string, property: string): string | undefined {
    const sources = this.from.sources?.get(file) ?? [];
    if (sources.length === 0) return undefined;
    const own = this.from.environment.source;
    const isData = own !== undefined && sources.includes(own) && DATA_OF_ENVIRONMENT.test(property);
    return isData ? own : sources.join(' or ');
  }
}

/** Returns the name in `Kind/namespace/name`. */
export function nameIn(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/** Returns the name of an object, empty where it has none. */
export function nameOf({ json }: Manifest): string {
  return asText(asObject(json['metadata'])['name']);
}
