import { childUrl, svnUrl } from './svn-url';

test.each([
  ['https://svn.example.com/znyw/deploy/', 'https://svn.example.com/znyw/deploy'],
  ['file:///srv/my repository', 'file:///srv/my%20repository'],
  ['file:///srv/my%20repository', 'file:///srv/my%20repository'],
  ['svn://host:3691/智能运维', 'svn://host:3691/%E6%99%BA%E8%83%BD%E8%BF%90%E7%BB%B4'],
  ['svn+ssh://wang@host/repository', 'svn+ssh://wang@host/repository'],
  ['http://[::1]:8080/a@b', 'http://[::1]:8080/a@b'],
])('%s is %s to svn', (text, url) => {
  expect(svnUrl(text)).toBe(url);
});

test.each([
  ['/srv/repository', '"/srv/repository" is no SVN URL; expected file://, svn://, svn+ssh://, http:// or https://'],
  ['--config-dir=/tmp', '"--config-dir=/tmp" is no SVN URL; expected file://, svn://, svn+ssh://, http:// or https://'],
  ['', '"" is no SVN URL; expected file://, svn://, svn+ssh://, http:// or https://'],
  ['file:///a%', 'SVN URL "file:///a%" has a "%" without two hexadecimal digits behind it'],
])('%j is refused', (text, message) => {
  expect(() => svnUrl(text)).toThrow(message);
});

test('a URL with a password is refused, and the password is not repeated', () => {
  const url = 'https://wang:S3cret@svn.example.com/znyw';

  expect(() => svnUrl(url)).toThrow('the SVN URL has a password in it, where other users of the machine can see it');
  expect(() => svnUrl(url)).not.toThrow('S3cret');
});

test('what stands in a folder follows after a slash', () => {
  expect(childUrl('file:///srv/deploy', 'prod')).toBe('file:///srv/deploy/prod');
});
