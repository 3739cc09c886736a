import { Field } from './field';
import { repeatedTexts } from './repeated-texts';

test('a text that an earlier field has is a problem of the later one', () => {
  const { items } = new Field('names', ['a', 'b', 'a', '', '', 7, 7]);

  expect(repeatedTexts(items, 'name')).toEqual([
    { field: 'names[2]', message: 'is "a", which another name is already' },
  ]);
});
