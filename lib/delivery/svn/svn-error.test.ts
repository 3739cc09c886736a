import { svnError } from './svn-error';

const URL = 'svn://svn.example.com/znyw';

/** What svn 1.14.2 says. */
const CASES = [
  [
    'no server',
    `svn: E170013: Unable to connect to a repository at URL '${URL}'\nsvn: E000111: Can't connect to host '127.0.0.1': Connection refused\n`,
    'not-reachable',
    `the SVN server of ${URL} is not reachable (Can't connect to host '127.0.0.1': Connection refused)`,
  ],
  [
    'an unknown host',
    `svn: E170013: Unable to connect to a repository at URL '${URL}'\nsvn: E670002: Unknown hostname 'nosuch.invalid'\n`,
    'not-reachable',
    `the SVN server of ${URL} is not reachable (Unknown hostname 'nosuch.invalid')`,
  ],
  [
    'no repository in a folder',
    `svn: E170013: Unable to connect to a repository at URL 'file:///tmp/nope'\nsvn: E180001: Unable to open repository 'file:///tmp/nope'\n`,
    'no-repository',
    `there is no SVN repository at ${URL}`,
  ],
  [
    'no repository behind svnserve',
    `svn: E170013: Unable to connect to a repository at URL '${URL}'\nsvn: E210005: No repository found in '${URL}'\n`,
    'no-repository',
    `there is no SVN repository at ${URL}`,
  ],
  [
    'no folder',
    `svn: warning: W170000: URL '${URL}' non-existent in revision 3\n\nsvn: E200009: Could not display info for all targets because some targets don't exist\n`,
    'not-found',
    `the repository has no folder ${URL}`,
  ],
  [
    'a wrong password',
    `svn: E170013: Unable to connect to a repository at URL '${URL}'\nsvn: E170001: Authentication error from server: Password incorrect\n`,
    'not-authorized',
    `SVN does not authorize the access to ${URL} (Authentication error from server: Password incorrect)`,
  ],
  [
    'another commit meanwhile',
    `svn: E155011: Commit failed (details follow):\nsvn: E155011: Directory '/tmp/wc' is out of date\nsvn: E160028: Directory '/prod' is out of date\n`,
    'out-of-date',
    `somebody else committed to ${URL} meanwhile, so SVN refused this commit as out of date`,
  ],
  [
    'a file that was deleted meanwhile',
    `svn: E155011: Commit failed (details follow):\nsvn: E155011: File '/tmp/wc/a' is out of date\nsvn: E160013: '/prod/a' path not found\n`,
    'out-of-date',
    `somebody else committed to ${URL} meanwhile, so SVN refused this commit as out of date`,
  ],
  [
    'a folder that somebody else made first',
    `svn: E160020: File already exists: filesystem '6fa57bab', transaction '1-1', path '/prod'\n`,
    'out-of-date',
    `somebody else committed to ${URL} meanwhile, so SVN refused this commit as out of date`,
  ],
  [
    'a lock',
    `svn: E195022: Commit failed (details follow):\nsvn: E195022: File '/tmp/wc/a' is locked in another working copy\nsvn: E160037: Cannot verify lock on path '/prod/a'; no matching lock-token available\n`,
    'locked',
    `a file in ${URL} is locked in SVN (Cannot verify lock on path '/prod/a'; no matching lock-token available)`,
  ],
  [
    'a hook',
    `svn: E165001: Commit failed (details follow):\nsvn: E165001: Commit blocked by pre-commit hook (exit code 1) with output:\nno ticket\n`,
    'refused-by-hook',
    `a hook of the repository refused the commit to ${URL} (no ticket)`,
  ],
  [
    'a certificate',
    `svn: E170013: Unable to connect to a repository at URL '${URL}'\nsvn: E230001: Server SSL certificate verification failed: issuer is not trusted\n`,
    'not-trusted',
    `the certificate of ${URL} is not trusted (Server SSL certificate verification failed: issuer is not trusted)`,
  ],
  ['something else', 'svn: E999999: the moon is full\n', 'unknown', `svn failed on ${URL} (the moon is full)`],
  [
    'a failure at the begin of a session that is none of the network',
    `svn: E170013: Unable to connect to a repository at URL '${URL}'\nsvn: E160043: Expected FS format\n`,
    'unknown',
    `svn failed on ${URL} (Expected FS format)`,
  ],
  ['nothing at all', '', 'unknown', `svn failed on ${URL} (it said nothing)`],
] as const;

test.each(CASES)('%s is told as what it is', (_, stderr, failure, message) => {
  const error = svnError(stderr, URL);

  expect([error.failure, error.message]).toEqual([failure, message]);
  expect(error.remedy).toMatch(/\.$/);
});

test('another language changes nothing', () => {
  const error = svnError(
    'svn: E170013: 无法连接到位于 “svn://h” 的版本库\nsvn: E000111: 不能连接主机“h”: 拒绝连接\n',
    URL,
  );

  expect(error.failure).toBe('not-reachable');
});

test('what a server says cannot steer the terminal', () => {
  expect(svnError('svn: E165001: \u001b[2J\u0007gone\n', URL).message).toContain('(\\u001b[2J\\u0007gone)');
});
