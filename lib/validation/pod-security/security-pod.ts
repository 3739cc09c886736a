import type { Field } from '../fields/field';
import type { FieldProblem } from '../fields/field-problems';
import { asObject, asText } from '../manifest';
import type { JsonObject, Manifest } from '../manifest';
import { tryPodFields } from '../pods/pod-fields';

/** The Pods of an object, as Pod Security looks at them. */
export interface SecurityPod {
  readonly metadata: Field;
  readonly spec: Field;
  /** The spec as it is written, for what is seldom in it. */
  readonly podSpec: JsonObject;
  /** Init containers, containers and ephemeral ones, all alike. */
  readonly containers: readonly SecuritySetter[];
  /** The Pod, then its containers. */
  readonly setters: readonly SecuritySetter[];
  /** Whether the Pod says that it runs on Windows, where some fields cannot be set. */
  readonly windows: boolean;
}

/** A Pod or a container, either of which has a security context. */
export interface SecuritySetter {
  /** As the admission plugin names it: `pod`, or `container "web"`. */
  readonly name: string;
  readonly field: Field;
  /** Its security context as it is written, empty where it is missing. */
  readonly settings: JsonObject;
}

/** One demand of a Pod Security level: what is wrong with the Pods of an object. */
export type SecurityCheck = (pod: SecurityPod) => readonly FieldProblem[];

/** Returns the Pods of an object for Pod Security, or undefined if it runs none. */
export function trySecurityPod(manifest: Manifest): SecurityPod | undefined {
  const pods = tryPodFields(manifest);
  if (pods === undefined) return undefined;
  const { metadata, spec } = pods;
  const podSpec = asObject(spec.value);
  const containers = [
    ...pods.containers.filter(({ init }) => init).map(({ field }) => containerSetter(field)),
    ...pods.containers.filter(({ init }) => !init).map(({ field }) => containerSetter(field)),
    ...spec.at('ephemeralContainers').items.map(containerSetter),
  ];
  return {
    metadata,
    spec,
    podSpec,
    containers,
    setters: [setter('pod', spec), ...containers],
    windows: asObject(podSpec['os'])['name'] === 'windows',
  };
}

/**
 * Returns a problem in the words of the admission plugin, by which it is found in its events: `reason (detail)`.
 *
 * @param remedy the cure, where it is another than setting what the detail names
 */
export function violation(field: Field, reason: string, detail: string, remedy?: string): FieldProblem {
  return { field: field.path, message: `${reason} (${detail})`, ...(remedy === undefined ? {} : { remedy }) };
}

/** Returns texts as the admission plugin joins them: `"a", "b"`. */
export function joinedQuotes(texts: readonly string[]): string {
  return texts.map((text) => `"${text}"`).join(', ');
}

/** Returns the field of a security context at a dotted path, for a problem. */
export function settingOf({ field }: SecuritySetter, path: string): Field {
  return field.at(`securityContext.${path}`);
}

function containerSetter(container: Field): SecuritySetter {
  return setter(`container "${asText(asObject(container.value)['name'])}"`, container);
}

function setter(name: string, field: Field): SecuritySetter {
  return { name, field, settings: asObject(asObject(field.value)['securityContext']) };
}
