import * as fc from 'fast-check';
import { wrappedText } from './wrapped-text';

test.each([
  ['one two three', 8, ['one two', 'three']],
  ['one', 8, ['one']],
  ['', 8, ['']],
  ['a kubectl-command-that-is-long b', 8, ['a', 'kubectl-command-that-is-long', 'b']],
  ['配额容不下更多', 8, ['配额容不', '下更多']],
])('%s in %d columns', (text, columns, lines) => {
  expect(wrappedText(text, columns)).toEqual(lines);
});

test('nothing but spaces is lost', () => {
  const text = fc.array(fc.constantFrom('a', 'bc', ' ', '配', '。', 'word'), { maxLength: 30 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (parts, columns) => {
      const lines = wrappedText(parts.join(''), columns);

      expect(lines.join('').replaceAll(' ', '')).toBe(parts.join('').replaceAll(' ', ''));
    }),
  );
});
