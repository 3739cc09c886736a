import { Field } from '../fields/field';
import type { FieldProblem } from '../fields/field-problems';
import type { Manifest } from '../manifest';
import { oncePer } from '../once-per';
import { tryWorkload } from './pods';
import type { WorkloadKind } from './pods';

/** The Pods of a workload, as fields. */
export interface PodFields {
  readonly manifest: Manifest;
  readonly kind: WorkloadKind;
  /** The workload itself. */
  readonly workload: Field;
  /** The spec of its Pods. */
  readonly spec: Field;
  /** The metadata of its Pods. */
  readonly metadata: Field;
  /** Containers first, then init containers. */
  readonly containers: readonly ContainerField[];
}

/** A container as a field, with whether it runs to its end before the others start. */
export interface ContainerField {
  readonly field: Field;
  readonly init: boolean;
}

const NONE: readonly FieldProblem[] = [];

/** Returns the Pods of an object as fields, or undefined if it runs none. */
export const tryPodFields = oncePer((manifest: Manifest): PodFields | undefined => {
  const workload = tryWorkload(manifest);
  if (workload === undefined) return undefined;
  const root = Field.of(manifest);
  return {
    manifest,
    kind: workload.kind,
    workload: root,
    spec: root.at(workload.podPath),
    metadata: root.at(workload.podPath.replace(/spec$/, 'metadata')),
    containers: workload.containers.map(({ path, json, init }) => ({ field: new Field(path, json), init })),
  };
});

/** Returns the Pods of those of the objects that run some. */
export const podsAmong = oncePer((manifests: readonly Manifest[]): readonly PodFields[] =>
  manifests.flatMap((manifest) => tryPodFields(manifest) ?? []),
);

/** Returns what a check says of the Pods of an object, nothing if it runs none. */
export function podProblems(
  manifest: Manifest,
  check: (pods: PodFields) => readonly FieldProblem[],
): readonly FieldProblem[] {
  const pods = tryPodFields(manifest);
  return pods === undefined ? NONE : check(pods);
}

/** Returns what a check says of each container and init container of an object, nothing if it runs no Pods. */
export function containerProblems(
  manifest: Manifest,
  check: (container: Field) => readonly FieldProblem[],
): readonly FieldProblem[] {
  return podProblems(manifest, ({ containers }) => containers.flatMap(({ field }) => check(field)));
}
