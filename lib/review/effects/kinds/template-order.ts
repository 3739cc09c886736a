import type { Text } from '../../../text';
import { asList, asObject } from '../../../validation/manifest';
import type { Json } from '../../../validation/manifest';
import { isSame } from '../same-value';

/**
 * The lists of a template whose items have a key, by which apply on the server's side finds them again, where they
 * stand as they did. What plain apply sends has an order of its own.
 *
 * @see k8s.io/api v0.27 core/v1 types.go, listMapKey
 */
const KEYED_LISTS: ReadonlySet<string> = new Set([
  'containers',
  'initContainers',
  'env',
  'ports',
  'volumeMounts',
  'volumeDevices',
  'volumes',
  'imagePullSecrets',
  'hostAliases',
  'topologySpreadConstraints',
]);

const ORDER_ALONE: Text = {
  en: 'Only the order of items in the template differs: that is so with plain kubectl apply, while kubectl apply --server-side, which the pipeline uses, keeps the order that is there and changes nothing.',
  zh: '模板中只有列表项的顺序不同：普通 kubectl apply 会如此；流水线使用的 kubectl apply --server-side 会保持集群中原有顺序，不产生任何变更。',
};

/** Returns what is to be said of templates that differ in the order of their lists alone, nothing for others. */
export function templateOrderNotes(before: Json | undefined, after: Json | undefined): readonly Text[] {
  return isSame(inAnyOrder(before), inAnyOrder(after)) ? [ORDER_ALONE] : [];
}

function inAnyOrder(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return asList(value).map((item) => inAnyOrder(item) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(asObject(value)).map(([field, inside]) => {
      const result = inAnyOrder(inside);
      return [field, KEYED_LISTS.has(field) ? sorted(asList(result)) : result] as const;
    }),
  );
}

function sorted(items: readonly Json[]): readonly Json[] {
  const texts = items.map((item) => [JSON.stringify(item), item] as const);
  return texts.sort(([one], [other]) => (one < other ? -1 : Number(one > other))).map(([, item]) => item);
}
