import { addToList } from './add-to-list';

test('items stand under their keys, in the order in which they came', () => {
  const lists = new Map<string, number[]>();
  for (const number of [1, 2, 3]) addToList(lists, number % 2 === 0 ? 'even' : 'odd', number);

  expect(lists).toEqual(
    new Map([
      ['odd', [1, 3]],
      ['even', [2]],
    ]),
  );
});
