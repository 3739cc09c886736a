import * as fc from 'fast-check';
import { anyText } from '../../../validation/testing/any-text';
import { HOSTILE } from '../page/testing-report';
import { markdownTable } from './markdown-table';
import { markdownText, mermaidText } from './markdown-text';

test.each([
  ['focus-web', 'focus-web'],
  ['a|b', String.raw`a\|b`],
  ['<b>*bold*</b>', String.raw`\<b\>\*bold\*\</b\>`],
  ['two\nlines', 'two lines'],
  [String.raw`back\slash`, String.raw`back\\slash`],
])('%j is %j in Markdown', (text, escaped) => {
  expect(markdownText(text)).toBe(escaped);
});

test('a cell of a table never ends its row', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      const table = markdownTable([{ title: 'a', cell: (row: string) => row }], [text]);

      expect(table.split('\n')).toHaveLength(3);
      expect(table.split('\n')[2]?.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(2);
    }),
  );
});

test('a label of Mermaid holds nothing that ends its quotes or the block', () => {
  expect(mermaidText(HOSTILE)).not.toMatch(/["`<>|[\]\\]/);
  expect(mermaidText('10.0.0.0/8 "x"')).toBe('10.0.0.0/8 #34;x#34;');
  expect(mermaidText('监控')).toBe('监控');
});
