import { Field } from '../fields/field';
import { repeatedTexts } from '../fields/repeated-texts';
import { asList, asObject } from '../manifest';
import type { Json } from '../manifest';
import { workloadsAmong } from '../pods/pods';
import type { Rule } from '../rule';

/**
 * A name of a variable that stands twice is taken when the object is made, the last value counting. What comes later
 * does not work: `kubectl apply --server-side` refuses the object, and plain `kubectl apply` merges by name, so that a
 * change of the last value lands in the first place and the old value goes on counting.
 *
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
export const apiEnvUnique: Rule = {
  id: 'api-env-unique',
  class: 'policy',
  severity: 'error',
  summary: 'A container has each environment variable once.',
  remedy: 'Leave the entry that counts, which is the last one.',
  check: (manifests) =>
    workloadsAmong(manifests).flatMap(({ manifest, containers }) =>
      containers
        .filter(({ json }) => hasNameTwice(json['env']))
        .flatMap(({ path, json }) => repeatedTexts(new Field(path, json).all('env[].name'), 'variable'))
        .map((problem) => ({ manifest, ...problem })),
    ),
};

/** Few containers have, and only those are worth a closer look. Entries without a name count as well. */
function hasNameTwice(variables: Json | undefined): boolean {
  const list = asList(variables);
  return new Set(list.map((variable) => asObject(variable)['name'])).size < list.length;
}
