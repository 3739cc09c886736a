import * as fc from 'fast-check';
import { Field } from '../fields/field';
import { unmetRequirements } from './label-selector';
import type { JsonObject } from '../manifest';
import { SelectorIndex } from './selector-index';

const labels = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('1', '2', null), { maxKeys: 3 });
const expression = fc.record({
  key: fc.constantFrom('a', 'b', 'd'),
  operator: fc.constantFrom('In', 'NotIn', 'Exists', 'DoesNotExist'),
  values: fc.subarray(['1', '2']),
});
const selector = fc.record(
  { matchLabels: labels, matchExpressions: fc.array(expression, { maxLength: 2 }) },
  { requiredKeys: [] },
);

test('it finds what each selector by itself would select', () => {
  fc.assert(
    fc.property(fc.array(selector, { maxLength: 8 }), labels, (selectors, found) => {
      const pods = new Field('labels', found);
      const selecting = selectors.map((json, item) => ({ selector: new Field('selector', json as JsonObject), item }));
      const expected = selecting.filter((one) => unmetRequirements(one.selector, pods).length === 0);

      const index = new SelectorIndex(selecting);
      expect(new Set(index.matching(pods))).toEqual(new Set(expected.map(({ item }) => item)));
      expect(index.hasMatching(pods)).toBe(expected.length > 0);
    }),
  );
});
