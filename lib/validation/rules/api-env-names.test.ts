import { aContainer, aCronJob, aWorkload } from '../testing/manifest-builders';
import type { Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiEnvNames } from './api-env-names';

const named = (name: string) => aWorkload({ containers: [aContainer({ env: [{ name, value: 'x' }] })] });

test.each<[string, Manifest]>([
  ['a name of C', named('MONGO_HOST')],
  ['a name with dots and dashes', named('spring.profile-1')],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiEnvNames, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a name that begins with a digit',
    named('1A'),
    [
      'spec.template.spec.containers[web].env[1A].name: is "1A"; a name of letters, digits, "_", "-" and ".", which does not begin with a digit or "..", is expected',
    ],
  ],
  [
    'no name',
    named(''),
    [
      'spec.template.spec.containers[web].env[0].name: is ""; a name of letters, digits, "_", "-" and ".", which does not begin with a digit or "..", is expected',
    ],
  ],
  [
    'a name with a space',
    aCronJob({ containers: [aContainer({ env: [{ name: 'A B' }] })] }),
    [
      'spec.jobTemplate.spec.template.spec.containers[web].env[A B].name: is "A B"; a name of letters, digits, "_", "-" and ".", which does not begin with a digit or "..", is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiEnvNames, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = named('1A');

  expect(apiEnvNames.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].env[1A].name',
      message:
        'is "1A"; a name of letters, digits, "_", "-" and ".", which does not begin with a digit or "..", is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiEnvNames)).not.toThrow();
});
