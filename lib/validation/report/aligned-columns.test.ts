import { alignedColumns } from './aligned-columns';

test('columns are as wide as their widest cell, and lines have no space at the end', () => {
  expect(
    alignedColumns([
      ['a', 'long', ''],
      ['long', 'b', ''],
      ['c', '', 'd'],
    ]),
  ).toEqual(['a     long', 'long  b', 'c           d']);
});

test('a table of no rows has no lines', () => {
  expect(alignedColumns([])).toEqual([]);
});
