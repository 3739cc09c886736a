import { asObject, asText } from '../manifest';
import type { Manifest } from '../manifest';
import { oncePerSet } from '../once-per';
import { namespaceOf } from './namespaces';
import { qualifiedKind } from './qualified-kind';
import type { OutsideObject, RuleEnvironment } from '../rule';

/** How many names a finding lists. */
const LISTED_NAMES = 5;

/** What Kubernetes itself makes in each namespace, with its keys. */
const ALWAYS_THERE: readonly OutsideObject[] = [
  { kind: 'ConfigMap', name: 'kube-root-ca.crt', keys: ['ca.crt'] },
  { kind: 'ServiceAccount', name: 'default' },
];

/** The objects of a set and those that are known to be made outside it, found by kind, namespace and name. */
export class NamedObjects {
  private readonly byPlace = new Map<string, Map<string, Manifest>>();

  constructor(
    manifests: readonly Manifest[],
    private readonly environment: RuleEnvironment,
  ) {
    for (const manifest of manifests) {
      const kind = qualifiedKind(manifest);
      const name = nameOf(manifest);
      if (kind === '' || name === '') continue;
      const place = placeKey(kind, namespaceOf(manifest, environment));
      // Of two with one name the later is applied over the other.
      this.byPlace.set(place, (this.byPlace.get(place) ?? new Map<string, Manifest>()).set(name, manifest));
    }
  }

  /** Returns an object, or undefined; its kind is qualified, as in `Deployment.apps`. */
  tryFind(kind: string, namespace: string, name: string): Manifest | undefined {
    return this.byPlace.get(placeKey(kind, namespace))?.get(name);
  }

  /** Returns what is known of an object that is made outside the set, or undefined. */
  tryFindOutside(kind: string, namespace: string, name: string): OutsideObject | undefined {
    const isMeant = (object: OutsideObject) => object.kind === kind && object.name === name;
    return this.outsideOf(namespace)?.find(isMeant) ?? ALWAYS_THERE.find(isMeant);
  }

  /** Tells whether it is known what is made outside the set in a namespace. */
  knowsOutside(namespace: string): boolean {
    return this.outsideOf(namespace) !== undefined;
  }

  /** Returns where an object of a namespace would have to be, to be put after "which is". */
  absence(namespace: string): string {
    return this.knowsOutside(namespace) ? 'neither in the set nor declared as made outside' : 'not in the set';
  }

  /** Returns the first names of a kind in a namespace as a sentence lists them, or undefined where there is none. */
  tryListNames(kind: string, namespace: string): string | undefined {
    const names = this.byPlace.get(placeKey(kind, namespace));
    return names === undefined ? undefined : listed([...names.keys()]);
  }

  private outsideOf(namespace: string): readonly OutsideObject[] | undefined {
    const { namespace: own, outside } = this.environment;
    return own === undefined || own === namespace ? outside : undefined;
  }
}

/** Returns the objects of a set by name. */
export const namedObjects = oncePerSet((manifests, environment) => new NamedObjects(manifests, environment));

/** Returns the name of an object, empty where it has none. */
export function nameOf({ json }: Manifest): string {
  return asText(asObject(json['metadata'])['name']);
}

/** Returns names as a sentence lists them: the first few and how many more there are. */
export function listed(names: readonly string[]): string {
  const more = names.length - LISTED_NAMES;
  const shown = names.slice(0, LISTED_NAMES).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}

function placeKey(kind: string, namespace: string): string {
  return `${namespace}/${kind}`;
}
