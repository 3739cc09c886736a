import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiEnvUnique } from './api-env-unique';

const withEnv = (...names: readonly string[]) =>
  aWorkload({ containers: [aContainer({ env: names.map((name) => ({ name, value: 'x' })) })] });

test.each<[string, Manifest]>([
  ['each name once', withEnv('A', 'B')],
  [
    'one name in two containers',
    aWorkload({ containers: ['a', 'b'].map((name) => aContainer({ name, env: [{ name: 'A' }] })) }),
  ],
])('fine: %s', (_case, manifest) => {
  expect(problemTexts(apiEnvUnique, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a name twice',
    withEnv('A', 'B', 'A'),
    ['spec.template.spec.containers[web].env[A].name: is "A", which another variable is already'],
  ],
])('found: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiEnvUnique, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = withEnv('A', 'B', 'A');

  expect(apiEnvUnique.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].env[A].name',
      message: 'is "A", which another variable is already',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiEnvUnique)).not.toThrow();
});
