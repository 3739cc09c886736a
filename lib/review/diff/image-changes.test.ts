import { aContainer, aWorkload } from '../../validation/testing/manifest-builders';
import { imageChanges, imageWords } from './image-changes';

const WEB = 'Deployment/znyw-prod/web';

test('containers are named whose image differs, comes or goes', () => {
  const before = aWorkload({
    containers: [aContainer(), aContainer({ name: 'same' }), aContainer({ name: 'gone', image: 'gone:1' })],
  });
  const after = aWorkload({
    containers: [aContainer({ image: 'web:2' }), aContainer({ name: 'same' })],
    podSpec: { initContainers: [aContainer({ name: 'new', image: 'new:1' })] },
  });

  expect(imageChanges([{ id: WEB, before, after }])).toEqual([
    { workload: WEB, container: 'gone', before: 'gone:1' },
    { workload: WEB, container: 'new', after: 'new:1' },
    { workload: WEB, container: 'web', before: 'web:1', after: 'web:2' },
  ]);
});

test('a workload that is new or removed brings or takes its images', () => {
  expect(imageChanges([{ id: WEB, after: aWorkload() }])).toEqual([
    { workload: WEB, container: 'web', after: 'web:1' },
  ]);
  expect(imageChanges([{ id: WEB, before: aWorkload() }])).toEqual([
    { workload: WEB, container: 'web', before: 'web:1' },
  ]);
});

test('what runs no Pods has no images', () => {
  expect(
    imageChanges([{ id: 'Service//web', after: { json: { apiVersion: 'v1', kind: 'Service' }, file: '' } }]),
  ).toEqual([]);
});

test.each([
  ['dtr.example:5000/znyw/web:1.0', 'dtr.example:5000/znyw/web:1.1', '1.0'],
  ['web', 'web:1', 'latest'],
  ['web:1@sha256:ab', 'web:1@sha256:cd', '1@sha256:ab'],
  ['a/web:1', 'b/web:1', 'a/web:1'],
  ['web:1', undefined, 'web:1'],
])('%s against %s is %s', (image, other, words) => {
  expect(imageWords(image, other)).toBe(words);
});
