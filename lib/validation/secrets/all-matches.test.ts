import { allMatches } from './all-matches';

test('all matches are found each time, whatever an earlier text has left in the pattern', () => {
  const pattern = /(\w)=(\d)/g;
  pattern.lastIndex = 5;

  const found = () => allMatches('a=1 b=2', pattern).map(([, name, value]) => `${name} ${value}`);
  expect([found(), found()]).toEqual([
    ['a 1', 'b 2'],
    ['a 1', 'b 2'],
  ]);
  expect(allMatches('nothing', pattern)).toEqual([]);
});
