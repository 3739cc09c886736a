import * as fc from 'fast-check';
import { maskedText } from './masked-text';

test.each([
  ['password = x1', 'password = (hidden)'],
  ['password = two words, and more', 'password = (hidden)'],
  ['# old: password=x1', '# old: password=(hidden)'],
  ['spring.datasource.password: x1', 'spring.datasource.password: (hidden)'],
  ['dbPass: x1', 'dbPass: (hidden)'],
  ['{"user":"u","apiKey":"x\\"1","port":80}', '{"user":"u","apiKey":"(hidden)","port":80}'],
  ['{\\"password\\":\\"x1\\"}', '{\\"password\\":\\"(hidden)\\"}'],
  ['mysqldump --user=u --password=x1 --host=h', 'mysqldump --user=u --password=(hidden) --host=h'],
  ['mongodump --password x1 --host h', 'mongodump --password (hidden) --host h'],
  ['requirepass x1', 'requirepass (hidden)'],
  ['user app on >x1 ~* +@all', 'user app on >(hidden) ~* +@all'],
  ["CREATE USER 'a' IDENTIFIED BY 'x1';", "CREATE USER 'a' IDENTIFIED BY '(hidden)';"],
  ['<password>x1</password>', '<password>(hidden)</password>'],
  [
    '<name>fs.s3a.secret.key</name><value>x1</value><final>true</final>',
    '<name>fs.s3a.secret.key</name><value>(hidden)</value><final>true</final>',
  ],
  ['mongodb://app:x1@mongo:27017/kpi', 'mongodb://app:(hidden)@mongo:27017/kpi'],
  ['redis://:x1@redis:6379', 'redis://:(hidden)@redis:6379'],
  ['https://u:p/a@ss@host/x', 'https://u:(hidden)@host/x'],
  ['app:x1@tcp(mysql:3306)/db', 'app:(hidden)@tcp(mysql:3306)/db'],
  ['Authorization: Bearer abcdefghijk', 'Authorization: (hidden)'],
  ['curl -H "Authorization: Bearer abcdefghijk" http://h', 'curl -H "Authorization: (hidden)" http://h'],
  ['key ghp_abcdefghijklmnopqrstuvwxyz0123456789 end', 'key (hidden) end'],
  ['AKIAABCDEFGHIJKLMNOP', '(hidden)'],
  ['password: "' + 'x'.repeat(2000) + '"', 'password: "(hidden)"'],
  ['PASSWORD=${PASSWORD:-x1}', 'PASSWORD=(hidden)'],
  ['password=$x1 and more', 'password=(hidden)'],
  ['password = decode("x1")', 'password = (hidden)'],
  ['redis-cli -h redis -a x1 ping', 'redis-cli -h redis -a (hidden) ping'],
  ['mysql -u root -px1 db', 'mysql -u root -p(hidden) db'],
  ['curl -s -u ops:x1 http://h', 'curl -s -u ops:(hidden) http://h'],
  ['machine h login u password x1', 'machine h login u password (hidden)'],
  ['{"auths":{"h":{"auth":"dTpw"}}}', '{"auths":{"h":{"auth":"(hidden)"}}}'],
  ['jdbc:mysql://h/db?user=u&password=x1&ssl=true', 'jdbc:mysql://h/db?user=u&password=(hidden)'],
  ['sshpass -p x1 ssh h', 'sshpass -p (hidden) ssh h'],
])('the secret in %j is hidden', (line, masked) => {
  expect(maskedText(line)).toBe(masked);
});

test.each([
  'password = ${MONGO_PASSWORD}',
  'PASSWORD=$(MONGO_PASSWORD)',
  'PASSWORD=$MONGO_PASSWORD exec java',
  'PASSWORD=$(cat /run/secrets/mongo) exec java',
  'mysql -u root -p db',
  "const password = (account) => read('/run/secrets/mongo/' + account + '-password').trim();",
  'createUser({ user, pwd: password(user), roles });',
  "password = os.getenv('MONGO_PASSWORD')",
  'printf \'password: %s\\n\' "$MONGO_PASSWORD" > /tmp/x',
  "CREATE USER 'backup' IDENTIFIED BY '$(cat /run/secrets/mysql/backup-password)';",
  'password_file = /run/secrets/mongo',
  'tokenTtl: 30m',
  'max_tokens = 500',
  'secretName: mongo-auth',
  'password: ""',
  'requireToken: true',
  'proxy http://host:8080/path?mail=a@b',
  'mail: ops@bank',
  'keepalive = 30',
  'credentials:',
  '{"credentials": {"user": "u"}}',
])('%j is shown as it is', (line) => {
  expect(maskedText(line)).toBe(line);
});

test('a secret over several lines is hidden in each of them', () => {
  const text = [
    'password: |',
    '  x1',
    '  x2: y',
    'other: z',
    'tokens:',
    '  - x3',
    '"secret":',
    '  "x4"',
    'auth:',
    '  user: u',
    'password = x5\\',
    'x6',
    'name: DB_PASSWORD',
    'value: x7',
    '<name>p.password</name>',
    '<value>x8</value>',
    '-----BEGIN RSA PRIVATE KEY-----',
    'MIIEabc',
    '-----END RSA PRIVATE KEY-----',
    'last: z',
  ].join('\n');

  expect(maskedText(text).split('\n')).toEqual([
    'password: |',
    '  (hidden)',
    '  (hidden)',
    'other: z',
    'tokens:',
    '  (hidden)',
    '"secret":',
    '  (hidden)',
    'auth:',
    '  user: u',
    'password = (hidden)',
    '(hidden)',
    'name: DB_PASSWORD',
    'value: (hidden)',
    '<name>p.password</name>',
    '<value>(hidden)</value>',
    '-----BEGIN RSA PRIVATE KEY-----',
    '(hidden)',
    '-----END RSA PRIVATE KEY-----',
    'last: z',
  ]);
});

test('a masked text has as many lines', () => {
  const piece = fc.constantFrom(
    'password',
    ' = ',
    ': ',
    'x',
    '\n',
    '"',
    '{',
    '\\',
    'token',
    '://a:b@',
    '<',
    '>',
    '|',
    '--',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');

      expect(maskedText(text).split('\n')).toHaveLength(text.split('\n').length);
    }),
    { numRuns: 500 },
  );
});

test('a long text is read once', () => {
  const parts = ['password-', '-password:', 'a-', '://a:', '<name>', 'user a > ', '-----BEGIN ', 'password=x\n', 'eyJ'];
  const more = [
    'password="\\',
    '@://',
    'bearer ',
    'identified with a ',
    'name: a ',
    'password: \n',
    '{"key": ',
    ' ',
    'key-',
  ];

  for (const part of [...parts, ...more]) {
    const start = performance.now();
    maskedText(part.repeat(100_000));
    expect([part, performance.now() - start < 10_000]).toEqual([part, true]);
  }
});

test('what is a secret in plain text is one in base64, and other words in base64 are shown', () => {
  const encoded = Buffer.from('{"user": "ops", "password": "correct horse"}').toString('base64');
  const harmless = Buffer.from('nothing that anybody has to keep').toString('base64');

  expect(maskedText(`settings: ${encoded}`)).toBe('settings: (hidden)');
  expect(maskedText(`settings: ${harmless}`)).toBe(`settings: ${harmless}`);
  expect(maskedText(`image: web@sha256:${'0a1b2c3d'.repeat(8)}`)).toContain('0a1b2c3d');
});
