import { dataKeyProblems, tryBase64Bytes } from './data-keys';
import { Field } from '../fields/field';

test('keys that cannot be names of files are problems', () => {
  const form = 'a key of at most 253 letters, digits, "-", "_" and ".", which does not begin with ".." and is not ".",';

  expect(dataKeyProblems(new Field('data', { 'a.b': '', '..a': '' }))).toEqual([
    { field: 'data[..a]', message: `has the key "..a"; ${form} is expected` },
  ]);
});

test.each<[string, number | undefined]>([
  ['', 0],
  ['YQ==', 1],
  ['YWI=', 2],
  ['YWJj', 3],
  ['YW\nJj\n', 3],
  ['YQ', undefined],
  ['YQ=', undefined],
  ['a b=', undefined],
  ['=YQ=', undefined],
])('base64 %j is %j bytes', (text, bytes) => {
  expect(tryBase64Bytes(text)).toBe(bytes);
});
