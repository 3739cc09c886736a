import * as fc from 'fast-check';
import type { Json } from '../../validation/manifest';
import { fieldView } from './field-view';

const inline = { lines: [], hiddenLines: 0 };

test.each<[string, Json, string]>([
  ['a number', 8080, '8080'],
  ['a text that reads as a number', '8080', '"8080"'],
  ['a text', 'web:1', 'web:1'],
  ['an empty text', '', '""'],
  ['a text that reads as a boolean', 'true', '"true"'],
  ['a boolean', true, 'true'],
  ['a text with a space at its end', 'web ', '"web "'],
  ['a small object', { cpu: '1' }, '{ cpu: "1" }'],
  ['a small list', ['a', 'b'], '[ a, b ]'],
  ['null', null, 'null'],
])('%s stands on one line, and reads as what it is', (_, after, text) => {
  expect(fieldView({ path: 'spec.x', after })).toEqual({ path: 'spec.x', after: text, ...inline });
});

test('a changed value has both', () => {
  expect(fieldView({ path: 'p', before: 1, after: 2 })).toEqual({ path: 'p', before: '1', after: '2', ...inline });
});

test('a large value stands as YAML, up to a bound', () => {
  const after = Array.from({ length: 30 }, (_, index) => ({ name: `container-${index}` }));

  const { lines, hiddenLines } = fieldView({ path: 'p', after });

  expect(lines).toHaveLength(16);
  expect(lines[0]).toEqual({ sign: '+', text: '- name: container-0' });
  expect(hiddenLines).toBe(14);
});

test('a text of several lines that is new has each with a sign', () => {
  expect(fieldView({ path: 'data[a.conf]', after: 'one\ntwo\n' }).lines).toEqual([
    { sign: '+', text: 'one' },
    { sign: '+', text: 'two' },
  ]);
});

test('lines that were compared are shown as they are', () => {
  const lines = [
    { sign: ' ', text: 'one' },
    { sign: '-', text: 'two', afterGap: true },
  ] as const;

  expect(fieldView({ path: 'p', before: 'x\ny', after: 'x', lines })).toEqual({ path: 'p', lines, hiddenLines: 0 });
});

test('no value of any kind throws, or fills more than a screen', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (before, after) => {
      const view = fieldView({ path: 'p', before, after });

      expect(view.lines.length).toBeLessThanOrEqual(61);
      expect(view.lines.every(({ text }) => !text.includes('\n'))).toBe(true);
    }),
  );
});
