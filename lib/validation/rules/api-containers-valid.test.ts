import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiContainersValid } from './api-containers-valid';

const withContainer = (parts: JsonObject) => aWorkload({ containers: [aContainer(parts)] });

test.each<[string, Manifest]>([
  ['a container', withContainer({ imagePullPolicy: 'Always', terminationMessagePolicy: 'File' })],
  [
    'empty policies, for which the defaults are taken',
    withContainer({ imagePullPolicy: '', terminationMessagePolicy: '' }),
  ],
  [
    'init containers of other names',
    aWorkload({ podSpec: { initContainers: [aContainer({ name: 'a' }), aContainer({ name: 'b' })] } }),
  ],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiContainersValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'no container',
    aWorkload({ containers: [] }),
    ['spec.template.spec.containers: is empty; at least one item is expected'],
  ],
  [
    'one name',
    aWorkload({ containers: [aContainer(), aContainer()] }),
    ['spec.template.spec.containers[web].name: is "web", which another container is already'],
  ],
  [
    'the name of an init container',
    aWorkload({ podSpec: { initContainers: [aContainer({ name: 'web' })] } }),
    ['spec.template.spec.initContainers[web].name: is "web", which another container is already'],
  ],
  [
    'no image',
    withContainer({ image: null }),
    ['spec.template.spec.containers[web].image: is missing; a value is expected'],
  ],
  [
    'an empty image',
    withContainer({ image: '' }),
    ['spec.template.spec.containers[web].image: is empty; a value is expected'],
  ],
  [
    'white space around an image',
    withContainer({ image: 'web:1 ' }),
    ['spec.template.spec.containers[web].image: is "web:1 "; a name without white space around it is expected'],
  ],
  [
    'a pull policy',
    withContainer({ imagePullPolicy: 'Sometimes' }),
    ['spec.template.spec.containers[web].imagePullPolicy: is "Sometimes"; Always, IfNotPresent or Never is expected'],
  ],
  [
    'a policy of messages',
    withContainer({ terminationMessagePolicy: 'Logs' }),
    [
      'spec.template.spec.containers[web].terminationMessagePolicy: is "Logs"; File or FallbackToLogsOnError is expected',
    ],
  ],
  [
    'containers that are added later',
    aWorkload({ podSpec: { ephemeralContainers: [{ name: 'debug', image: 'a' }] } }),
    ['spec.template.spec.ephemeralContainers: is given; ephemeral containers are added to a Pod that runs'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiContainersValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = aWorkload({ containers: [] });

  expect(apiContainersValid.check([manifest], {})).toEqual([
    { manifest, field: 'spec.template.spec.containers', message: 'is empty; at least one item is expected' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiContainersValid)).not.toThrow();
});
