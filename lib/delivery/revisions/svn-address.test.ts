import * as fc from 'fast-check';
import { svnAddress } from './svn-address';

test.each([
  ['https://h/d', { url: 'https://h/d' }],
  ['https://h/d/', { url: 'https://h/d' }],
  ['https://h/d@4211', { url: 'https://h/d', revision: '4211' }],
  ['https://h/d/@4211', { url: 'https://h/d', revision: '4211' }],
  ['https://h/d@r7', { url: 'https://h/d', revision: '7' }],
  ['https://h/d@HEAD', { url: 'https://h/d' }],
  ['https://h/d@{2026-11-23}', { url: 'https://h/d', revision: '{2026-11-23}' }],
  ['https://h/a@b@', { url: 'https://h/a@b' }],
  ['https://wang@h/d', { url: 'https://wang@h/d' }],
  ['https://wang@h/d@7', { url: 'https://wang@h/d', revision: '7' }],
  ['file:///srv/部署@7', { url: 'file:///srv/%E9%83%A8%E7%BD%B2', revision: '7' }],
])('%s', (text, address) => {
  expect(svnAddress(text)).toEqual(address);
});

test.each(['https://h/d@PREV', 'https://h/d@-1', 'https://h/d@--x', 'https://h/d@1:2', 'https://h/d@12345678901'])(
  '%s names no revision',
  (text) => {
    expect(() => svnAddress(text)).toThrow('is no revision of SVN; expected a number, HEAD or a date');
  },
);

test('no revision that is read can be taken for an option, or for anything but one word', () => {
  fc.assert(
    fc.property(fc.string(), (word) => {
      let revision: string | undefined;
      try {
        ({ revision } = svnAddress(`https://h/d@${word}`));
      } catch {
        return;
      }
      expect(revision ?? 'HEAD').toMatch(/^(?:\d+|HEAD|\{[\dTZ:+. -]+\})$/);
    }),
  );
});
