import { quoted } from '../fields/expectations';
import type { Manifest } from '../manifest';
import type { NamedObjects } from './named-objects';
import type { Problem } from '../rule';

/** What one object names another by. */
export interface ObjectTarget {
  readonly manifest: Manifest;
  /** Where the name stands. */
  readonly field: string;
  /** Qualified, as in `Deployment.apps`. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** Returns the problem of an object that names another one that is neither in the set nor made outside. */
export function targetProblems(target: ObjectTarget, objects: NamedObjects): readonly Problem[] {
  const { manifest, field, kind, namespace, name } = target;
  const [plainKind = ''] = kind.split('.', 1);
  if (name === '' || objects.tryFind(kind, namespace, name) !== undefined) return [];
  if (objects.tryFindOutside(plainKind, namespace, name) !== undefined) return [];
  const others = objects.tryListNames(kind, namespace);
  const message = `names the ${plainKind} ${quoted(name)}, which is ${objects.absence(namespace)}`;
  return [{ manifest, field, message, ...(others === undefined ? {} : { detail: `there are: ${others}` }) }];
}
