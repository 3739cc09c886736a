import { ExpectationTable } from './expectation-table';
import { atLeast, given, notEmpty, notEmptyList } from './expectations';
import { Field } from './field';

const table = new ExpectationTable([
  ['items[].path', notEmpty],
  ['items[].key', given],
  ['items[].path', ({ text }) => (text?.startsWith('/') === true ? 'is absolute' : undefined)],
  ['count', atLeast(1)],
  ['nested.name', given],
]);

const unmet = (value: Field['value']) =>
  table.problemsBelow(new Field('root', value)).map(({ field, message }) => `${field} ${message}`);

test('what is not met is told in the order of the table, and below one pattern in that of the list', () => {
  expect(unmet({ count: 0, items: [{ path: '/b', key: '' }, { path: '' }] })).toEqual([
    'root.items[1].path is empty; a value is expected',
    'root.items[0].key is empty; a value is expected',
    'root.items[1].key is missing; a value is expected',
    'root.items[0].path is absolute',
    'root.count is 0; 1 or more is expected',
  ]);
});

test('a field that has to be there is missed only where the object that would hold it is', () => {
  expect(unmet({ nested: {} })).toEqual(['root.nested.name is missing; a value is expected']);
  expect(unmet({ nested: { name: null } })).toEqual(['root.nested.name is missing; a value is expected']);
  for (const value of [undefined, null, 'x', [], {}, { nested: null }, { nested: ['x'], items: {} }]) {
    expect(unmet(value)).toEqual([]);
  }
});

test('a name that every object has is none of its fields', () => {
  const strict = new ExpectationTable([['constructor', ({ exists }) => (exists ? 'is given' : undefined)]]);

  expect(strict.problemsBelow(new Field('', {}))).toEqual([]);
});

test('a check says what is wrong in a field, at the place where it stands', () => {
  const checked = new ExpectationTable([
    ['items[]', (item) => (item.at('odd').exists ? [{ field: item.at('odd').path, message: 'is odd' }] : [])],
    ['items', notEmptyList],
  ]);

  expect(checked.problemsBelow(new Field('root', { items: [{}, { odd: 1 }, { name: 'c', odd: 2 }] }))).toEqual([
    { field: 'root.items[1].odd', message: 'is odd' },
    { field: 'root.items[c].odd', message: 'is odd' },
  ]);
  expect(checked.problemsBelow(new Field('root', { items: [{}] }))).toEqual([]);
});
