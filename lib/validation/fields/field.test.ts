import { Field } from './field';
import type { Json } from '../manifest';

const root = (json: Json) => new Field('', json);

test('a field knows its path and its value', () => {
  const field = root({ spec: { replicas: 2 } }).at('spec.replicas');

  expect([field.path, field.value, field.integer, field.text]).toEqual(['spec.replicas', 2, 2, undefined]);
});

test('what is missing, null or of another type is no value and no error', () => {
  const field = root({ a: null, b: 'text', c: [1], d: 1.5 });

  expect(field.at('x.y.z').exists).toBe(false);
  expect(field.at('a').exists).toBe(false);
  expect(field.at('b.x').value).toBeUndefined();
  expect(field.at('b').items).toEqual([]);
  expect(field.at('c').isObject).toBe(false);
  expect(field.at('d').integer).toBeUndefined();
});

test('items are named by name, or by index where they have none', () => {
  const paths = root({ a: [{ name: 'x' }, { name: '' }, 7] })
    .at('a')
    .items.map(({ path }) => path);

  expect(paths).toEqual(['a[x]', 'a[1]', 'a[2]']);
});

test('entries of a map are named by key, also one that every object has', () => {
  const labels = root({ labels: { 'a.b/c': 'd' } }).at('labels');

  expect(labels.entries.map(([key, { path, text }]) => [key, path, text])).toEqual([['a.b/c', 'labels[a.b/c]', 'd']]);
  expect(labels.entry('constructor').exists).toBe(false);
});

test('a pattern finds the fields of all items, missing ones too', () => {
  const spec = root({ spec: { ports: [{ name: 'a', port: 1 }, { port: 2 }, 'odd'] } });

  expect(spec.all('spec.ports[].name').map(({ path, text }) => [path, text])).toEqual([
    ['spec.ports[a].name', 'a'],
    ['spec.ports[1].name', undefined],
  ]);
  expect(spec.all('spec.missing[].name')).toEqual([]);
  expect(spec.all('status.phase')).toEqual([]);
});

test('an object is its own root', () => {
  expect(Field.of({ file: 'a.yaml', json: { kind: 'Pod' } }).at('kind').path).toBe('kind');
});
