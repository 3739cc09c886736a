import { asList, asObject, asText, kindOf, objectId } from './manifest';

test('an object is named by kind, namespace and name, with missing parts empty', () => {
  const json = { kind: 'Deployment', metadata: { namespace: 'znyw-prod', name: 'web' } };

  expect(objectId({ json, file: 'web.k8s.yaml' })).toBe('Deployment/znyw-prod/web');
  expect(objectId({ json: { kind: 5, metadata: [] }, file: '' })).toBe('//');
  expect(kindOf({ json: {}, file: '' })).toBe('');
});

test.each([null, undefined, 5, true])('%j reads as an empty object, an empty list and an empty text', (value) => {
  expect([asObject(value), asList(value), asText(value)]).toEqual([{}, [], '']);
});

test('objects, lists and texts are told apart', () => {
  expect([asObject({ a: 1 }), asObject([1]), asObject('x')]).toEqual([{ a: 1 }, {}, {}]);
  expect([asList([1]), asList({ a: 1 }), asList('x')]).toEqual([[1], [], []]);
  expect([asText('x'), asText(['x']), asText({ a: 'x' })]).toEqual(['x', '', '']);
});
