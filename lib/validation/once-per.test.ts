import { aWorkload } from './testing/manifest-builders';
import { oncePer, oncePerSet } from './once-per';

test('an answer is worked out once for each object, also where it is undefined', () => {
  const asked: string[] = [];
  const tryFirst = oncePer(({ words }: { readonly words: readonly string[] }) => {
    asked.push(words.join(' '));
    return words[0];
  });
  const [some, none] = [{ words: ['a', 'b'] }, { words: [] }];

  expect([tryFirst(some), tryFirst(none), tryFirst(some), tryFirst(none)]).toEqual(['a', undefined, 'a', undefined]);
  expect(asked).toEqual(['a b', '']);
});

test('the same set in another environment is asked about again', () => {
  const manifests = [aWorkload({})];
  const [test, prod] = [{ name: 'test' }, { name: 'prod' }];
  let asked = 0;
  const describe = oncePerSet((set, { name }) => {
    asked += 1;
    return `${set.length} in ${name}`;
  });

  expect([describe(manifests, test), describe(manifests, prod), describe(manifests, test)]).toEqual([
    '1 in test',
    '1 in prod',
    '1 in test',
  ]);
  expect(asked).toBe(2);
});
