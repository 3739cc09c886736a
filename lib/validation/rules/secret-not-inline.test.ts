import type { JsonObject, Manifest } from '../manifest';
import { aContainer, aWorkload } from '../testing/manifest-builders';
import { checkOddInput } from '../testing/reach-arbitrary';
import { aConfigMap, anObject } from '../testing/reach-builders';
import type { RuleEnvironment } from '../rule';
import { secretNotInline } from './secret-not-inline';

const SECRET = 'hunter2-Zq';

const check = (manifests: readonly Manifest[], environment: RuleEnvironment = {}) =>
  secretNotInline.check(manifests, environment);

const withContainer = (parts: JsonObject) => aWorkload({ containers: [aContainer(parts)] });

const withVariable = (name: string, value: string) => withContainer({ env: [{ name, value }] });

const LITERAL = 'has a literal value; a reference to a Secret is expected';

test.each(['data', 'stringData'])('a Secret with %s is an error, which names its keys', (field) => {
  const manifest = anObject('v1', 'Secret', 'db', { [field]: { user: SECRET, password: SECRET, none: '' } });

  expect(check([manifest])).toEqual([
    { manifest, field, message: 'holds the value of user, password; a Secret is made outside the YAML' },
  ]);
});

test('a Secret that others fill is let be', () => {
  const token = anObject('v1', 'Secret', 'token', { type: 'kubernetes.io/service-account-token' });

  expect(check([token, anObject('v1', 'Secret', 'empty', { data: { key: '' } })])).toEqual([]);
});

test.each([
  'MYSQL_PASSWORD',
  'PGPASSWORD',
  'DB_PASS',
  'MYSQL_PWD',
  'REDIS_PASSWD',
  'AWS_SECRET_ACCESS_KEY',
  'GITLAB_TOKEN',
  'API_KEY',
  'apikey',
  'SSH_PRIVATE_KEY',
  'MAIL_CREDENTIAL',
  'clientSecret',
])('a literal value of %s is an error', (name) => {
  const manifest = withVariable(name, SECRET);

  expect(check([manifest])).toEqual([
    { manifest, field: `spec.template.spec.containers[web].env[${name}].value`, message: LITERAL },
  ]);
});

test.each([
  ['MYSQL_ROOT_PASSWORD_FILE', '/run/secrets/mysql/root'],
  ['PASSWORD', '/run/secrets/password'],
  ['PASSWORD', ''],
  ['PASSWORD', '$(OTHER)'],
  ['PASSWORD', '${OTHER}'],
  ['PASSWORD', 'prefix-$(OTHER)'],
  ['ALLOW_EMPTY_PASSWORD', 'yes'],
  ['PASSWORD_MIN', '8'],
  ['ACCESS_TOKEN', '3600s'],
  ['TOKEN_URL', 'https://login.example/token'],
  ['TOKEN_EXPIRATION', 'never-ever'],
  ['SECRET_NAME', 'db-credentials'],
  ['PASSWORD_ENCODER', 'bcrypt'],
  ['PASSWORD', '<from the vault>'],
  ['SECRET', '{{ .Values.secret }}'],
  ['PWD', 'somewhere'],
  ['COMPASS', 'north'],
  ['LOG_LEVEL', 'debug'],
])('%s with the value %p is no secret', (name, value) => {
  expect(check([withVariable(name, value)])).toEqual([]);
});

test('a variable may hold the name of a Secret that is known', () => {
  const manifest = withVariable('TLS_SECRET', 'web-tls');
  const reference = { volumes: [{ name: 'v', secret: { secretName: 'web-tls' } }] };
  const container = aContainer({
    env: [{ name: 'TLS_SECRET', value: 'web-tls' }],
    volumeMounts: [{ name: 'v', mountPath: '/v' }],
  });

  expect(check([manifest])).toHaveLength(1);
  expect(check([manifest], { outside: [{ kind: 'Secret', name: 'web-tls' }] })).toEqual([]);
  expect(check([manifest, anObject('v1', 'Secret', 'web-tls', {})])).toEqual([]);
  expect(check([aWorkload({ containers: [container], podSpec: reference })])).toEqual([]);
});

test.each<[string, string, string]>([
  ['a password in a URL', `amqp://user:${SECRET}@mq:5672/`, 'a password in a connection string'],
  ['a password in a URL without a user', `redis://:${SECRET}@cache`, 'a password in a connection string'],
  ['a number as a password in a URL', 'mysql://user:123456@db/x', 'a password in a connection string'],
  ['an address of the MySQL driver of Go', `root:${SECRET}@tcp(mysql:3306)/db`, 'a password in a connection string'],
  ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${SECRET}`, 'a private key in line 1'],
  ['a private key in Base64', 'LS0tLS1CRUdJTiBQUklWQVRFIEtFWS0tLS0t', 'a private key'],
  ['an access key of AWS', 'key=AKIAIOSFODNN7EXAMPLE', 'an access key of AWS'],
  ['a setting of Java', `-Xmx1g -Dstore.password=${SECRET}`, 'a literal value of Dstore.password'],
])('a variable of any name that holds %s is an error', (_case, value, what) => {
  const manifest = withVariable('OPTS', value);

  expect(check([manifest])).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].env[OPTS].value',
      message: `holds ${what}; a reference to a Secret is expected`,
    },
  ]);
});

test.each<[string, string]>([
  ['a setting', `[client]\npassword = ${SECRET}`],
  ['a setting in quotes', `#\n  "db_password": "${SECRET}",`],
  ['a directive of Redis', `port 6379\nrequirepass ${SECRET}`],
  ['a user of Redis', `port 6379\nuser app on >${SECRET} ~* +@all`],
  ['a property of Hadoop', `<x>\n<name>fs.password</name>\n  <value>${SECRET}</value>`],
  ['an element of XML', `<user>\n<password>${SECRET}</password>`],
  ['an account of SQL', `--\nCREATE USER app IDENTIFIED BY '${SECRET}';`],
  ['a role of PostgreSQL', `--\nCREATE ROLE app LOGIN PASSWORD '${SECRET}';`],
])('%s in a ConfigMap is an error, with its line', (_case, text) => {
  const manifest = aConfigMap('conf', { 'app.conf': text });

  expect(check([manifest])).toMatchObject([
    { manifest, field: 'data[app.conf]', message: expect.stringMatching(/^holds a literal value of .* in line 2; /) },
  ]);
});

test.each([
  'password = ',
  'password: %s',
  'password="%s"',
  'requirepass "$REDISCLI_AUTH"',
  'password: ${DB_PASSWORD}',
  'password=$(cat /run/secrets/x)',
  "password = os.environ['PASSWORD']",
  'password: process.env.PASSWORD,',
  'password = read_secret("x")',
  'password_file = /run/secrets/x',
  'password_policy = MEDIUM',
  'ssl_private_key = server.key',
  '# requirepass foobared',
  '  // password = x1y2z3',
  'password: string;',
  'password_required = true',
  '"password": {"type": "string"}',
  'url = http://user@host/path',
  'url = http://user:${PASSWORD}@host/path',
  'url = http://user:%s@host/path',
  'printf \'password="%s"\' "$PASSWORD"',
  "CREATE USER app IDENTIFIED BY '$PASSWORD';",
])('a line %p of a ConfigMap is no secret', (line) => {
  expect(check([aConfigMap('conf', { 'app.conf': `a\n${line}\n` })])).toEqual([]);
});

test('a key of a ConfigMap may be a variable, and is judged as one', () => {
  const manifest = aConfigMap('conf', { DB_PASSWORD: SECRET, 'secrets.yaml': 'a: b', LOG_LEVEL: 'info' });

  expect(check([manifest])).toEqual([{ manifest, field: 'data[DB_PASSWORD]', message: LITERAL }]);
});

test('binary data is read as well', () => {
  const key = Buffer.from(`\n-----BEGIN PRIVATE KEY-----\n${SECRET}`).toString('base64');
  const manifest = anObject('v1', 'ConfigMap', 'conf', { binaryData: { 'tls.key': key } });

  expect(check([manifest])).toMatchObject([
    { field: 'binaryData[tls.key]', message: 'holds a private key in line 2; a reference to a Secret is expected' },
  ]);
});

test.each<[string, JsonObject, string]>([
  ['with an equals sign', { args: ['run', `--db-password=${SECRET}`] }, 'args[1]'],
  ['in the next word', { command: ['redis-server', '--requirepass', SECRET] }, 'command[2]'],
  ['in a script', { args: ['-c', `export PGPASSWORD=${SECRET}`] }, 'args[1]'],
])('a password in a command, %s, is an error', (_case, parts, place) => {
  expect(check([withContainer(parts)])).toMatchObject([{ field: `spec.template.spec.containers[web].${place}` }]);
});

test('a command that refers to a secret is let be', () => {
  const args = ['--password=$(PASSWORD)', '--password', '$(PASSWORD)', '--password-file', '/x', '--token', '--verbose'];

  expect(check([withContainer({ args })])).toEqual([]);
});

test('several secrets of one text are one finding, about the first', () => {
  const text = `a\npassword=${SECRET}\npassword=${SECRET}\n-----BEGIN PRIVATE KEY-----`;

  expect(check([aConfigMap('conf', { 'app.conf': text })])).toMatchObject([
    {
      message:
        'holds a literal value of password in line 2, and 2 more of the kind; a reference to a Secret is expected',
    },
  ]);
});

test('no message repeats a value', () => {
  const lines = [
    `password=${SECRET}`,
    `requirepass ${SECRET}`,
    `x://u:${SECRET}@h`,
    `<name>password</name><value>${SECRET}</value>`,
  ];
  const objects = [
    anObject('v1', 'Secret', 'a', { stringData: { key: SECRET } }),
    ...lines.map((line) => aConfigMap('b', { 'app.conf': line })),
    ...lines.map((line) =>
      withContainer({
        args: [line],
        env: [
          { name: 'TOKEN', value: SECRET },
          { name: 'X', value: line },
        ],
      }),
    ),
  ];
  const problems = check(objects);

  expect(problems).toHaveLength(17);
  expect(
    problems.map(({ field, message, detail, remedy }) => JSON.stringify([field, message, detail, remedy])).join(),
  ).not.toContain(SECRET);
});

test('odd input is no reason to throw', () => {
  expect(() => checkOddInput(secretNotInline)).not.toThrow();
});
