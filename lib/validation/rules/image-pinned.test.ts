import { aContainer, aWorkload } from '../testing/manifest-builders';
import { checkOddInput } from '../testing/reach-arbitrary';
import { imagePinned } from './image-pinned';

const withImage = (image: string) => aWorkload({ containers: [aContainer({ image })] });

test.each([
  'mongo:7.0.14',
  'dtr.bank.example:5000/znyw/mongo:7.0.14',
  'mongo@sha256:0123',
  'mongo:latest@sha256:0123',
  'dtr.bank.example/znyw/mongo:latest-7',
  '',
])('%p names one image for ever, or is for another rule', (image) => {
  expect(imagePinned.check([withImage(image)], {})).toEqual([]);
});

test.each([
  ['mongo', 'which has no tag and so means latest'],
  ['dtr.bank.example:5000/mongo', 'which has no tag and so means latest'],
  ['mongo:', 'which has no tag and so means latest'],
  ['dtr.bank.example:5000/znyw/mongo:latest', 'whose tag moves with each release'],
])('%s moves', (image, reason) => {
  const manifest = withImage(image);

  expect(imagePinned.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].image',
      message: `is "${image}", ${reason}; a fixed tag is expected`,
    },
  ]);
});

test('init containers are asked as well', () => {
  const manifest = aWorkload({ podSpec: { initContainers: [aContainer({ name: 'prepare', image: 'alpine' })] } });

  expect(imagePinned.check([manifest], {})).toMatchObject([
    { field: 'spec.template.spec.initContainers[prepare].image' },
  ]);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(imagePinned)).not.toThrow();
});
