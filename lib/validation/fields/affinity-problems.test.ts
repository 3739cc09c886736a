import { affinityProblems } from './affinity-problems';
import { Field } from './field';
import type { Json } from '../manifest';

const ask = (affinity: Json) => affinityProblems(new Field('affinity', affinity)).map(({ message }) => message);
const expression = (operator: string, ...values: readonly string[]) => ({
  nodeAffinity: {
    requiredDuringSchedulingIgnoredDuringExecution: {
      nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator, values }] }],
    },
  },
});

test.each<Json>([{}, null, expression('In', 'a', 'b'), expression('Exists'), expression('Lt', '5')])(
  '%j can be scheduled',
  (affinity) => {
    expect(ask(affinity)).toEqual([]);
  },
);

test.each<[Json, readonly string[]]>([
  [expression('NotIn'), ['has 0 values; NotIn takes at least 1']],
  [expression('DoesNotExist', 'a'), ['has 1 value; DoesNotExist takes 0']],
  [expression('Lt', '1', '2'), ['has 2 values; Lt takes 1']],
  [expression('Near', 'a'), ['is "Near"; In, NotIn, Exists, DoesNotExist, Gt or Lt is expected']],
])('%j cannot', (affinity, problems) => {
  expect(ask(affinity)).toEqual(problems);
});
