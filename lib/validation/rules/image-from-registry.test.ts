import type { Manifest } from '../manifest';
import { aContainer, aWorkload } from '../testing/manifest-builders';
import { checkOddInput } from '../testing/reach-arbitrary';
import { imageFromRegistry } from './image-from-registry';

const registry = { host: 'dtr.bank.example', organisation: 'znyw', pullSecret: 'dtr-znyw' };

const check = (manifest: Manifest) => imageFromRegistry.check([manifest], { registry });

const withImage = (image: string) => aWorkload({ containers: [aContainer({ image })] });

test.each(['dtr.bank.example/znyw/mongo:7.0.14', 'dtr.bank.example/znyw/a/b@sha256:0123', ''])(
  '%p is of the organisation, or for another rule',
  (image) => {
    expect(check(withImage(image))).toEqual([]);
  },
);

test.each([
  ['mongo:7.0.14', 'mongo:7.0.14'],
  ['docker.io/library/mongo', 'mongo'],
  ['dtr.bank.example/other/mongo:7', 'mongo:7'],
  ['dtr.bank.example/znyw-old/mongo:7', 'mongo:7'],
  ['dtr.bank.example.evil/znyw/mongo:7', 'mongo:7'],
  ['dtr.bank.example:5000/znyw/mongo@sha256:0123', 'mongo'],
])('%s comes from elsewhere', (image, there) => {
  const manifest = withImage(image);

  expect(check(manifest)).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].image',
      message: `is "${image}"; an image of dtr.bank.example/znyw/ is expected`,
      remedy: `Push the image to the registry, and write "dtr.bank.example/znyw/${there}".`,
    },
  ]);
});

test('init containers are asked as well', () => {
  const containers = [aContainer({ image: 'dtr.bank.example/znyw/web:1' })];
  const initContainers = [aContainer({ name: 'prepare', image: 'alpine:3' })];

  expect(check(aWorkload({ containers, podSpec: { initContainers } }))).toMatchObject([
    { field: 'spec.template.spec.initContainers[prepare].image' },
  ]);
});

test('without a registry nothing is asked', () => {
  expect(imageFromRegistry.needs).toEqual(['registry']);
  expect(imageFromRegistry.check([withImage('mongo')], {})).toEqual([]);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(imageFromRegistry)).not.toThrow();
});
