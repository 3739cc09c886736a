import type { Text } from '../../text';
import { refused } from './judgement';
import type { Judgement } from './judgement';
import { NOTHING } from './judgement';
import { valueAt } from './reviewed-object';
import type { ReviewedChange } from './reviewed-object';
import { isSame } from './same-value';
import { inChinese, tryShownText } from './shown-value';

/** What to do where a field cannot be changed: delete the object and apply it again, with what that costs. */
export const DELETE_AND_APPLY: Text = {
  en: 'Delete the object and apply it again, or keep the value.',
  zh: '请删除该对象后重新应用，或保持原值。',
};

/**
 * Refuses a change of fields that the API server lets nobody change.
 *
 * @param paths of fields that are compared with their defaults
 * @param remedy a sentence in each language @default delete the object and apply it again
 */
export function fixedFields(change: ReviewedChange, paths: readonly string[], remedy = DELETE_AND_APPLY): Judgement {
  const changed = paths.filter((path) => !isSame(valueAt(change.before.json, path), valueAt(change.after.json, path)));
  if (changed.length === 0) return NOTHING;
  return refused(...changed.map((path) => fixedFieldNote(change, path, remedy)));
}

/** Returns the sentence that a field cannot be changed, with both values where they can be shown. */
export function fixedFieldNote({ before, after }: ReviewedChange, path: string, remedy: Text): Text {
  const [is, wanted] = [valueAt(before.manifest.json, path), valueAt(after.manifest.json, path)].map(tryShownText);
  const values = is === undefined || wanted === undefined ? undefined : { is, wanted };
  return {
    en: `${path} cannot be changed once the object is there${values === undefined ? '' : ` (is ${values.is.en}, would be ${values.wanted.en})`}. ${remedy.en}`,
    zh: `${path} 在对象创建后不可修改${values === undefined ? '' : `（现为${inChinese(values.is.zh).trimEnd()}，将改为${inChinese(values.wanted.zh).trimEnd()}）`}。${remedy.zh}`,
  };
}
