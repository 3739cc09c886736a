import { lineChanges } from './line-changes';

function changes(before: string | undefined, after: string | undefined): readonly string[] {
  return (lineChanges([before, before], [after, after]) ?? []).map(
    ({ sign, text, afterGap }) => `${afterGap === true ? '… ' : ''}${sign}${text}`,
  );
}

test('a text that is new or removed is all of its lines', () => {
  expect(changes(undefined, 'a\nb')).toEqual(['+a', '+b']);
  expect(changes('a\nb', '')).toEqual(['-a', '-b']);
});

test('what is removed stands before what takes its place', () => {
  expect(changes('a\nb\nc\nd', 'a\nx\ny\nd')).toEqual([' a', '-b', '-c', '+x', '+y', ' d']);
});

test('differences far from one another have lines around them and a gap between', () => {
  const lines = Array.from({ length: 12 }, (_, index) => `${index}`);

  expect(changes(lines.join('\n'), lines.with(0, 'x').with(11, 'y').join('\n'))).toEqual([
    '-0',
    '+x',
    ' 1',
    ' 2',
    ' 3',
    '…  8',
    ' 9',
    ' 10',
    '-11',
    '+y',
  ]);
});

test('a text that ends without a line break differs from one that does', () => {
  expect(changes('a', 'a\n')).toEqual([' a', '+']);
});

test('lines of windows differ from others', () => {
  expect(changes('a\r\nb', 'a\nb')).toEqual(['-a\r', '+a', ' b']);
});

test('a value that is no text has no lines', () => {
  expect(lineChanges([5, 5], ['a\nb', 'a\nb'])).toBeUndefined();
});

test('lines that differ in a secret alone are seen to differ', () => {
  expect(lineChanges(['a\np=1', 'a\np=(hidden)'], ['a\np=2', 'a\np=(hidden)'])).toEqual([
    { sign: ' ', text: 'a' },
    { sign: '-', text: 'p=(hidden)' },
    { sign: '+', text: 'p=(hidden)' },
  ]);
});
