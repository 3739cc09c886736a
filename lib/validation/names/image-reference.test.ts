import { parseImageReference } from './image-reference';

test.each([
  ['mongo', { name: 'mongo', repository: 'mongo' }],
  ['mongo:7', { name: 'mongo', repository: 'mongo', tag: '7' }],
  ['dtr.corp:5000/mongo', { name: 'dtr.corp:5000/mongo', repository: 'mongo' }],
  ['dtr.corp:5000/znyw/mongo:7.0', { name: 'dtr.corp:5000/znyw/mongo', repository: 'mongo', tag: '7.0' }],
  ['a/b@sha256:01', { name: 'a/b', repository: 'b', digest: 'sha256:01' }],
  ['a/b:7@sha256:01', { name: 'a/b', repository: 'b', tag: '7', digest: 'sha256:01' }],
  ['', { name: '', repository: '' }],
])('%p is read', (image, expected) => {
  expect(parseImageReference(image)).toEqual(expected);
});
