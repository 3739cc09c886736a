import { asObject, asText, kindOf } from '../../validation/manifest';
import type { Manifest } from '../../validation/manifest';
import { tryWorkload } from '../../validation/pods/pods';
import { nameOf } from '../../validation/references/named-objects';
import { namespaceOf } from '../../validation/references/namespaces';
import { qualifiedKind } from '../../validation/references/qualified-kind';
import type { RuleEnvironment } from '../../validation/rule';
import { tryTypeOfKind } from '../../validation/schema/field-table';
import type { ObjectEffect, ObjectPair } from '../diff/object-change';
import { withDefaults } from './defaults/with-defaults';
import { asObjectEffect, combined, noted, NOTHING } from './judgement';
import type { Judgement } from './judgement';
import { withKeptAccount } from './kept-account';
import { judgeOf } from './kinds/all-judges';
import { newRefusals } from './new-refusals';
import type { ReviewContext } from './review-context';
import type { ReviewedObject } from './reviewed-object';
import { ReviewedSet } from './reviewed-set';

/** The objects of which pairs are made, as a whole: what a change does depends on who refers to whom. */
export interface ReviewedSets {
  readonly before: readonly Manifest[];
  readonly after: readonly Manifest[];
  /**
   * The namespace of objects that name none.
   * @default they stand in a namespace of their own, without a name
   */
  readonly defaultNamespace?: string;
}

/**
 * Returns what the change of each pair does in a cluster of Kubernetes 1.27 when it is applied, and what the end of a
 * removed object does once somebody deletes it.
 *
 * @param pairs those that differ, or of which one side is missing
 */
export function effectsOf(pairs: readonly ObjectPair[], sets: ReviewedSets): ReadonlyMap<ObjectPair, ObjectEffect> {
  const { before, after, defaultNamespace } = sets;
  const environment = defaultNamespace === undefined ? {} : { namespace: defaultNamespace };
  const workloads = new Map<string, { readonly id: string; readonly judgement: Judgement }>();
  const context = {
    before: new ReviewedSet(before, environment),
    after: new ReviewedSet(after, environment),
    workloads,
  };
  const judgements = new Map<ObjectPair, Judgement>();
  // Workloads first: what a ConfigMap restarts is who reads it and restarts.
  const isWorkload = ({ before: former, after: next = former }: ObjectPair) =>
    next !== undefined && tryWorkload(next) !== undefined;
  for (const pair of [...pairs.filter(isWorkload), ...pairs.filter((one) => !isWorkload(one))]) {
    const judgement = judged(pair, context, environment);
    judgements.set(pair, judgement);
    const manifest = pair.after;
    if (manifest !== undefined) workloads.set(context.after.keyOf(manifest), { id: pair.id, judgement });
  }
  return new Map(pairs.map((pair) => [pair, asObjectEffect(judgements.get(pair) ?? NOTHING)]));
}

function judged(pair: ObjectPair, context: ReviewContext, environment: RuleEnvironment): Judgement {
  // A version that is served no more is read as the one that takes its place in the same group.
  const apiVersion = asText((pair.after ?? pair.before)?.json['apiVersion']);
  const [before, after] = [pair.before, pair.after].map((manifest) =>
    manifest === undefined ? undefined : reviewed(pair.id, manifest, apiVersion, context, environment),
  );
  if (after === undefined)
    return before === undefined ? NOTHING : (judgeOf(before.kind).removed?.(before, context) ?? NOTHING);
  const judge = judgeOf(after.kind);
  if (before === undefined) {
    return combined(newRefusals(undefined, after.manifest), judge.added?.(after, context) ?? NOTHING);
  }
  const { change, note } = withKeptAccount({ id: pair.id, before, after });
  return combined(
    newRefusals(before.manifest, after.manifest),
    judge.changed?.(change, context) ?? NOTHING,
    noted(...(note === undefined ? [] : [note])),
  );
}

function reviewed(
  id: string,
  manifest: Manifest,
  apiVersion: string,
  context: ReviewContext,
  environment: RuleEnvironment,
): ReviewedObject {
  const isServed = tryTypeOfKind(asText(manifest.json['apiVersion']), kindOf(manifest)) !== undefined;
  const json = withDefaults(isServed ? manifest.json : { ...manifest.json, apiVersion });
  return {
    id,
    manifest,
    json,
    spec: asObject(json['spec']),
    key: context.after.keyOf(manifest),
    kind: qualifiedKind(manifest),
    namespace: namespaceOf(manifest, environment),
    name: nameOf(manifest),
  };
}
