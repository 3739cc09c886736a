import { requireBounded } from './committed-files';

test('a state of a few thousand manifests is read, one of more is not', () => {
  const files = (count: number, bytes = 1) =>
    Array.from({ length: count }, (_, index) => ({ path: `${index}`, bytes }));

  expect(() => requireBounded(files(5000), 'x')).not.toThrow();
  expect(() => requireBounded(files(5001), 'x')).toThrow('x has 5001 manifest files; at most 5000 are read');
  expect(() => requireBounded(files(8, 7 * 2 ** 20), 'x')).toThrow(
    'x has manifests of 58720256 bytes; at most 50331648 are read',
  );
});
