import * as fc from 'fast-check';
import { anyText } from '../../../validation/testing/any-text';
import { escapeHtml, Markup, markup } from './markup';
import { HOSTILE } from './testing-report';
import { visibleLine, visibleText } from '../../../visible-text';

test('every value of a template is text, in content and in attributes', () => {
  const name = '"><script>alert(1)</script>';

  expect(markup`<a title="${name}">${name}</a>`.text).toBe(
    '<a title="&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;">' +
      '&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;</a>',
  );
});

test('what was built as markup stays markup, lists are joined, and nothing is nothing', () => {
  expect(markup`<p>${[markup`<b>${1}</b>`, ' & ', undefined]}${new Markup('<hr>')}</p>`.text).toBe(
    '<p><b>1</b> &#38; <hr></p>',
  );
});

test('no text holds a sign of HTML or a character that acts once it is escaped', () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
      expect(escapeHtml(text)).not.toMatch(/[<>"'`\u0000-\u0008\u000B-\u001F\u007F-\u009F\u2028\u2029\u202A-\u202E]/);
    }),
  );
  expect(escapeHtml(HOSTILE)).not.toMatch(/[<>"'`]/);
});

test.each([
  ['zwölf 监控 µ', 'zwölf 监控 µ'],
  ['a\r\nb\tc', 'a\nb\tc'],
  ['bell \u0007', 'bell \\u0007'],
  ['txt\u202Egpj.exe', 'txt\\u202egpj.exe'],
  ['half \uD800 pair', 'half \\ud800 pair'],
  ['😀', '😀'],
])('%j is seen as %j', (text, seen) => {
  expect(visibleText(text)).toBe(seen);
});

test('as one line, text has no breaks', () => {
  expect(visibleLine(' a\n\n b\u2028c\t')).toBe('a b\\u2028c');
});
