import { Field } from './field';
import type { Json } from '../manifest';
import { oneSourceProblems } from './one-source';

const ask = (value: Json, noneIsFine = false) =>
  oneSourceProblems(new Field('a', value), ['x', 'y', 'z'], { noneIsFine }).map(({ message }) => message);

test('exactly one of the fields is expected', () => {
  expect(ask({ x: {}, other: 1 })).toEqual([]);
  expect(ask({ x: {}, y: null })).toEqual([]);
  expect(ask({ x: {}, y: {} })).toEqual(['has x and y; only one of these is expected']);
  expect(ask({ other: 1 })).toEqual(['has none of x, y or z; one of these is expected']);
});

test('none may be fine, and what is no object has no fields to judge', () => {
  expect(ask({}, true)).toEqual([]);
  expect(ask('x')).toEqual([]);
});
