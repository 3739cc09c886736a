import type { JsonObject, Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiDisruptionBudgetValid } from './api-disruption-budget-valid';

const budget = (spec: JsonObject) => anObject('policy/v1', 'PodDisruptionBudget', spec);

test.each<[string, Manifest]>([
  ['a number', budget({ maxUnavailable: 1 })],
  ['a percentage', budget({ minAvailable: '100%', unhealthyPodEvictionPolicy: 'AlwaysAllow' })],
  ['neither', budget({})],
  ['another kind', aService({ minAvailable: 1, maxUnavailable: 1 })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiDisruptionBudgetValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'both',
    budget({ minAvailable: 1, maxUnavailable: 0 }),
    ['spec: has minAvailable and maxUnavailable; only one of these is expected'],
  ],
  ['more than all', budget({ minAvailable: '101%' }), ['spec.minAvailable: is 101%; at most 100% is expected']],
  [
    'a number in quotes',
    budget({ maxUnavailable: '1' }),
    ['spec.maxUnavailable: is "1"; a whole number without quotes or a percentage such as 25% is expected'],
  ],
  ['a negative number', budget({ maxUnavailable: -1 }), ['spec.maxUnavailable: is -1; 0 or more is expected']],
  [
    'a policy',
    budget({ unhealthyPodEvictionPolicy: 'Always' }),
    ['spec.unhealthyPodEvictionPolicy: is "Always"; IfHealthyBudget or AlwaysAllow is expected'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiDisruptionBudgetValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = budget({ minAvailable: 1, maxUnavailable: 0 });

  expect(apiDisruptionBudgetValid.check([manifest], {})).toEqual([
    { manifest, field: 'spec', message: 'has minAvailable and maxUnavailable; only one of these is expected' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiDisruptionBudgetValid)).not.toThrow();
});
