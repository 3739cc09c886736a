import { UsageError } from '../usage-error';
import { typedSide } from './typed-side';

test.each([
  ['dist', { kind: 'path', value: 'dist' }],
  ['./git:x', { kind: 'path', value: './git:x' }],
  ['-', { kind: 'standard-input' }],
  ['git:HEAD~1', { kind: 'git', value: 'HEAD~1' }],
  [
    'svn+https://svn.example.com/deploy@4211',
    { kind: 'svn', address: { url: 'https://svn.example.com/deploy', revision: '4211' } },
  ],
  ['svn+file:///srv/my deploy/', { kind: 'svn', address: { url: 'file:///srv/my%20deploy' } }],
  ['svn+svn://h/d', { kind: 'svn', address: { url: 'svn://h/d' } }],
  ['svn://h/d', { kind: 'svn', address: { url: 'svn://h/d' } }],
  ['svn+ssh://h/d', { kind: 'svn', address: { url: 'svn+ssh://h/d' } }],
  ['svn+svn+ssh://h/d@7', { kind: 'svn', address: { url: 'svn+ssh://h/d', revision: '7' } }],
])('%s is read as what it says', (text, side) => {
  expect(typedSide(text)).toEqual({ text, ...side });
});

test.each([
  ['', 'a side of the comparison is empty'],
  ['git:', '"git:" names no revision'],
  ['git:--output=x', '"--output=x" is no revision of git: none begins with "-"'],
  ['https://h/d', '"https://h/d" is no path; a folder in SVN has "svn+" before its URL'],
  ['svn+h/d', '"svn+h/d" has no URL behind "svn+"; expected file://, svn://, http:// or https://'],
  ['svn+https://h/d@abc', '"abc" is no revision of SVN; expected a number, HEAD or a date such as {2026-11-23}'],
])('"%s" is a mistake in the command line', (text, message) => {
  expect(() => typedSide(text)).toThrow(new UsageError(message));
});

test.each(['https://wang:S3cret@h/d', 'svn+https://wang:S3cret@h/d@7'])(
  'a password in a URL is refused without repeating it: %s',
  (text) => {
    expect(() => typedSide(text)).toThrow(
      'the SVN URL has a password in it, where other users of the machine can see it',
    );
  },
);
