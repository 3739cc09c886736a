import { listedNames } from './listed-names';

test('a few names are all listed', () => {
  expect(listedNames(['web', 'api'])).toEqual({ en: 'web, api', zh: 'web、api' });
});

test('of many names the first are listed, and how many there are, in the words of each language', () => {
  expect(listedNames(['a', 'b', 'c', 'd', 'e', 'f', 'g'])).toEqual({
    en: 'a, b, c, d, e and 2 more',
    zh: 'a、b、c、d、e 等 7 个',
  });
});
