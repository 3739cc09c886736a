import * as fc from 'fast-check';
import { configChecksum } from './checksum';

test('it is 16 hexadecimal digits, the same in every run', () => {
  expect(configChecksum({ 'mongod.conf': 'net:\n' })).toBe('14101db45578ba00');
});

test('the order in which files are named does not matter', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (files) => {
      const reversed = Object.fromEntries(Object.entries(files).toReversed());

      expect(configChecksum(reversed)).toBe(configChecksum(files));
    }),
  );
});

test.each([
  [{ a: '1' }, { a: '2' }],
  [{ a: '1' }, { b: '1' }],
  [{ a: '1' }, { a: '1', b: '' }],
  [
    { a: '1', b: '2' },
    { a: '2', b: '1' },
  ],
  [
    { a: 'b', c: '' },
    { a: '', c: 'b' },
  ],
])('%j and %j have different checksums', (one, other) => {
  expect(configChecksum(one)).not.toBe(configChecksum(other));
});
