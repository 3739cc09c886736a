import { lineIn, yamlDocuments } from './yaml-documents';

test('a text is split at each line that begins with three dashes', () => {
  expect(yamlDocuments('a: 1\n---\nb: 2\n--- # c\nc: 3')).toEqual([
    { text: 'a: 1\n', firstLine: 1, badSeparator: false },
    { text: 'b: 2\n', firstLine: 3, badSeparator: false },
    { text: 'c: 3', firstLine: 5, badSeparator: false },
  ]);
});

test('dashes within a line separate nothing', () => {
  expect(yamlDocuments('a: ---\n ---\n')).toHaveLength(1);
});

test.each(['--- {a: 1}\n', '----\n', '---a: 1\n'])('the separator %j is one that kubectl refuses', (text) => {
  expect(yamlDocuments(text).map(({ badSeparator }) => badSeparator)).toEqual([true]);
});

test('line breaks of Windows and of old become plain ones', () => {
  expect(yamlDocuments('a: 1\r\n---\r\nb: |\r\n  c\r\rd: 2\u0085').map(({ text }) => text)).toEqual([
    'a: 1\n',
    'b: |\n  c\n\nd: 2\n',
  ]);
});

test('a line is counted from the beginning of the whole text', () => {
  const [, second] = yamlDocuments('a: 1\n---\nb: 2\nc: 3\n');

  expect(second === undefined ? 0 : lineIn(second, second.text.indexOf('c'))).toBe(4);
});
