import type { Text } from '../../../text';
import { asList, asObject, asText } from '../../../validation/manifest';
import type { JsonObject } from '../../../validation/manifest';
import { tryCpuMillis } from '../../../validation/quantities/quantity';
import { compareQuantities } from '../../../validation/quantities/quantity-order';
import { fixedFields } from '../fixed-fields';
import { combined, noted, NOTHING, refused } from '../judgement';
import type { Judgement } from '../judgement';
import type { KindJudge } from '../review-context';
import type { ReviewedObject } from '../reviewed-object';
import { isSame } from '../same-value';
import { wordOf } from '../shown-value';

const NEW_PODS_ONLY: Text = {
  en: 'It counts for Pods that are made from now on; those that run stay, also above the new bound.',
  zh: '只对此后创建的 Pod 生效；运行中的 Pod 即使超出新上限也不受影响。',
};

/** What a ResourceQuota counts one by one. */
const COUNTED =
  /^(?:count\/.+|pods|services|services\.nodeports|services\.loadbalancers|configmaps|secrets|persistentvolumeclaims|replicationcontrollers|resourcequotas)$/;

/** What an item of a LimitRange says of a resource, from the least to the most. */
const BOUNDS = ['min', 'defaultRequest', 'default', 'max'] as const;

/** What a change of a ResourceQuota or a LimitRange does. */
export const allowance: KindJudge = {
  changed: (change) =>
    isSame(change.before.spec, change.after.spec)
      ? NOTHING
      : combined(fixedFields(change, ['spec.scopes']), wrong(change.after), noted(NEW_PODS_ONLY)),
  added: (object) => combined(wrong(object), noted(NEW_PODS_ONLY)),
};

function wrong({ manifest: { json } }: ReviewedObject): Judgement {
  const spec = asObject(json['spec']);
  const notes = [...brokenCounts(spec), ...asList(spec['limits']).flatMap((item) => crossedBounds(asObject(item)))];
  return notes.length === 0 ? NOTHING : refused(...notes);
}

function brokenCounts(spec: JsonObject): readonly Text[] {
  return Object.entries(asObject(spec['hard']))
    .filter(([resource, value]) => COUNTED.test(resource) && value !== undefined && !isWhole(tryCpuMillis(value)))
    .map(([resource, value]) => ({
      en: `spec.hard[${resource}] is ${wordOf(value)}; a whole number is expected.`,
      zh: `spec.hard[${resource}] 为 ${wordOf(value)}，应为整数。`,
    }));
}

/** Tells whether thousandths are whole ones; what is no quantity at all is told elsewhere. */
function isWhole(thousandths: number | undefined): boolean {
  return thousandths === undefined || thousandths % 1000 === 0;
}

/** @see kubernetes/kubernetes v1.27 pkg/apis/core/validation/validation.go, ValidateLimitRange */
function crossedBounds(item: JsonObject): readonly Text[] {
  const resources = new Set(BOUNDS.flatMap((bound) => Object.keys(asObject(item[bound]))));
  return [...resources].sort().flatMap((resource) => {
    const values = BOUNDS.flatMap((bound) => {
      const value = asObject(item[bound])[resource];
      return value === undefined || value === null ? [] : [{ bound, value }];
    });
    return values.flatMap((low, index) =>
      values
        .slice(index + 1)
        .filter((high) => compareQuantities(low.value, high.value) === 1)
        .map((high) => ({
          en: `Of ${asText(item['type'])} ${resource}, ${low.bound} is ${wordOf(low.value)} and above ${high.bound}, which is ${wordOf(high.value)}.`,
          zh: `${asText(item['type'])} 的 ${resource}：${low.bound} 为 ${wordOf(low.value)}，超过了 ${high.bound}（${wordOf(high.value)}）。`,
        })),
    );
  });
}
