import { clusterKinds } from '../references/cluster-kinds';
import { quoted } from '../fields/expectations';
import { qualifiedKind } from '../references/qualified-kind';
import type { Problem, Rule } from '../rule';
import { tryTypeOfKind } from '../schema/field-table';
import { asObject, asText, kindOf } from '../manifest';
import type { Manifest } from '../manifest';

/**
 * Where an object goes has to stand in it: without a namespace it goes wherever the context of the person or of the
 * Jenkins job that applies it happens to point, and into another one than the project's it may not go at all.
 *
 * A custom resource without a namespace is not judged: it may belong to none.
 */
export const ownNamespace: Rule = {
  id: 'own-namespace',
  class: 'policy',
  severity: 'error',
  summary: 'Every object says that it belongs to the namespace that the project owns.',
  remedy: 'Write the namespace of the project.',
  needs: ['namespace'],
  check: (manifests, { namespace }) =>
    namespace === undefined ? [] : manifests.flatMap((manifest) => namespaceProblems(manifest, namespace)),
};

function namespaceProblems(manifest: Manifest, owned: string): readonly Problem[] {
  if (clusterKinds.has(qualifiedKind(manifest))) return [];
  const text = asText(asObject(manifest.json['metadata'])['namespace']);
  if (text === owned) return [];
  const field = 'metadata.namespace';
  const remedy = `Write namespace: ${owned}.`;
  if (text !== '') return [{ manifest, field, message: `is ${quoted(text)}; the project owns ${owned}`, remedy }];
  if (tryTypeOfKind(asText(manifest.json['apiVersion']), kindOf(manifest)) === undefined) return [];
  const message = `is missing, so that kubectl takes the one of its context; the project owns ${owned}`;
  return [{ manifest, field, message, remedy, severity: 'warning' }];
}
