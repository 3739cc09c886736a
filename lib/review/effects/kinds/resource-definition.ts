import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import { fixedFields } from '../fixed-fields';
import { combined, NOTHING, refused } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge } from '../review-context';
import { valueAt } from '../reviewed-object';
import type { ReviewedChange, ReviewedObject } from '../reviewed-object';
import { tryShown } from '../shown-value';

/**
 * What a change of a kind of custom resources does.
 *
 * @see kubernetes/kubernetes v1.27 staging/src/k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation
 */
export const resourceDefinition: KindJudge = {
  changed: (change) =>
    combined(
      fixedFields(change, ['spec.group', 'spec.scope', 'spec.names.kind', 'spec.names.plural'], {
        en: 'Delete the definition and apply it again, which deletes all objects of the kind, or make one of another name.',
        zh: '请删除该定义后重新应用（会删除该类的全部对象），或另建一个名称不同的定义。',
      }),
      storage(change.after),
      schemas(change.after),
      stored(change),
    ),
  added: (object) => combined(storage(object), schemas(object)),
  removed: (object) => {
    const kind = tryShown(valueAt(object.json, 'spec.names.kind')) ?? '';
    return {
      effects: ['data-lost'],
      notes: [
        {
          en: `All objects of the kind ${kind} in all namespaces are deleted with it.`,
          zh: `所有命名空间中的 ${kind} 对象都会随之删除。`,
        },
      ],
    };
  },
};

function storage({ spec }: ReviewedObject): Judgement {
  const names = versionsOf(spec)
    .filter(({ storage }) => storage === true)
    .map(nameOf);
  if (names.length === 1) return NOTHING;
  const found = names.join(', ');
  return refused({
    en: `Of spec.versions one has storage: true, and these have: ${found === '' ? 'none' : found}.`,
    zh: `spec.versions 中必须恰好有一个版本为 storage: true，现为：${found === '' ? '无' : found}。`,
  });
}

function schemas({ spec }: ReviewedObject): Judgement {
  const without = versionsOf(spec).filter((version) => valueAt(version, 'schema.openAPIV3Schema') === undefined);
  if (without.length === 0) return NOTHING;
  const names = without.map(nameOf).join(', ');
  return refused({
    en: `Each of spec.versions has a schema.openAPIV3Schema, and ${names} has none.`,
    zh: `spec.versions 的每个版本都必须有 schema.openAPIV3Schema，而 ${names} 没有。`,
  });
}

/** Objects that were written with a version stay so, and it cannot go as long as the status names it. */
function stored({ before, after }: ReviewedChange): Judgement {
  const next = new Set(versionsOf(after.spec).map(nameOf));
  const gone = versionsOf(before.spec)
    .filter((version) => version['storage'] === true && !next.has(nameOf(version)))
    .map(nameOf);
  if (gone.length === 0) return NOTHING;
  const names = gone.join(', ');
  return refused({
    en: `Version ${names} was the one that objects are stored in, and cannot go as long as status.storedVersions names it. Leave it with storage: false, write all objects anew, take it out of the status, and then out of the definition.`,
    zh: `版本 ${names} 曾是存储版本，只要 status.storedVersions 中还有它就不能删除。请先保留该版本并设为 storage: false，重写全部对象，再从 status 中去掉它，最后从定义中删除。`,
  });
}

function versionsOf(spec: JsonObject): readonly JsonObject[] {
  return asList(spec['versions']).map(asObject);
}

function nameOf(version: JsonObject): string {
  return asText(version['name']);
}
