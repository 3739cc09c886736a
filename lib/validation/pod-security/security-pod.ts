import type { Field } from '../fields/field';
import type { FieldProblem } from '../fields/field-problems';
import type { Manifest } from '../manifest';
import { tryPodFields } from '../pods/pod-fields';

/** The Pods of an object, as Pod Security looks at them. */
export interface SecurityPod {
  readonly metadata: Field;
  readonly spec: Field;
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
  readonly securityContext: Field;
}

/** One demand of a Pod Security level: what is wrong with the Pods of an object. */
export type SecurityCheck = (pod: SecurityPod) => readonly FieldProblem[];

/** Returns the Pods of an object for Pod Security, or undefined if it runs none. */
export function trySecurityPod(manifest: Manifest): SecurityPod | undefined {
  const pods = tryPodFields(manifest);
  if (pods === undefined) return undefined;
  const { metadata, spec } = pods;
  const containers = ['initContainers', 'containers', 'ephemeralContainers']
    .flatMap((list) => spec.at(list).items)
    .map((container) => setter(`container "${container.at('name').text ?? ''}"`, container));
  return {
    metadata,
    spec,
    containers,
    setters: [setter('pod', spec), ...containers],
    windows: spec.at('os.name').text === 'windows',
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

/** Returns the texts of a list, what is no text left out. */
export function textsOf(list: Field): readonly string[] {
  return list.items.flatMap(({ text }) => text ?? []);
}

function setter(name: string, field: Field): SecuritySetter {
  return { name, field, securityContext: field.at('securityContext') };
}
