import * as fc from 'fast-check';
import { excerpts } from './excerpts';

test('short texts are shown as they are', () => {
  expect(excerpts('web:1', 'web:2')).toEqual({ before: 'web:1', after: 'web:2' });
  expect(excerpts(undefined, 'web:2')).toEqual({ after: 'web:2' });
});

test('of long texts that begin alike, the place is shown where they differ', () => {
  const start = 'a'.repeat(500);

  expect(excerpts(`${start}1`, `${start}2${'b'.repeat(300)}`)).toEqual({
    before: `…${'a'.repeat(30)}1`,
    after: `…${'a'.repeat(30)}2${'b'.repeat(129)}… (171 more)`,
  });
});

test('a character of two halves is not cut in two', () => {
  expect(excerpts(`${'a'.repeat(159)}😀`, undefined).before).toBe(`${'a'.repeat(159)}… (1 more)`);
});

test('two texts that differ never look alike', () => {
  const texts = fc.string({ maxLength: 400, unit: fc.constantFrom('a', 'b') });
  fc.assert(
    fc.property(texts, texts, texts, (start, one, other) => {
      const { before, after } = excerpts(start + one, start + other);

      expect(before === after).toBe(one === other);
    }),
  );
});
