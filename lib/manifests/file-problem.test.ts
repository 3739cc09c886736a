import { fileProblem, isAbsent } from './file-problem';

const failure = (code: string) => Object.assign(new Error(`${code}: open`), { code });

test.each([
  ['ENOENT', 'does not exist', true],
  ['ENOTDIR', 'does not exist', true],
  ['ELOOP', 'is a link that leads back to itself', true],
  ['EACCES', 'may not be read by this user (EACCES)', false],
  ['EPERM', 'may not be read by this user (EPERM)', false],
  ['EIO', 'cannot be read (EIO)', false],
])('the code %s is told in words', (code, reason, absent) => {
  expect(fileProblem(failure(code))).toBe(reason);
  expect(isAbsent(failure(code))).toBe(absent);
});

test('an error that is not of the file system is a bug and goes on its way', () => {
  expect(() => fileProblem(new RangeError('a bug'))).toThrow(new RangeError('a bug'));
});
