import { secretTraces } from './secret-traces';

test('secrets are named with their lines, in the order of these', () => {
  const text =
    'a\npassword = x1\n# password = x2\n<name>p.password</name>\n<value>x3</value>\n-----BEGIN PRIVATE KEY-----';

  expect(secretTraces(text)).toEqual([
    { what: 'a literal value of password', line: 2 },
    { what: 'a literal value of p.password', line: 4 },
    { what: 'a private key', line: 6 },
  ]);
});

test.each([
  ['MySQL_Password = x1', 'MySQL_Password'],
  ['\u0130\u212a --API-Key=x1', 'API-Key'],
  ["\u0130 CREATE USER 'u' Identified By 'x1'", 'Identified By'],
  ['  RequirePass X1', 'RequirePass'],
])('the setting in %j is named in its own letters', (text, name) => {
  expect(secretTraces(text)).toEqual([{ what: `a literal value of ${name}`, line: 1 }]);
});

test('a value that is filled in is none, in whichever letters', () => {
  expect(secretTraces('PASSWORD=ENC[x]\nPassword: ${X}\nAPI_KEY=Process.Env.X\nPASSWD=/run/X')).toEqual([]);
});

test('a private key in a comment is one', () => {
  expect(secretTraces('# -----BEGIN OPENSSH PRIVATE KEY-----')).toEqual([{ what: 'a private key', line: 1 }]);
});

test('a certificate and a public key are none', () => {
  expect(secretTraces('-----BEGIN CERTIFICATE-----\n-----BEGIN PUBLIC KEY-----\nLS0tLS1CRUdJTiBDRVJUSUZJ')).toEqual([]);
});

test('a long text is read once', () => {
  const parts = ['password-', '-password:', 'a-', '://a:', '<name>', 'user a > ', '-----BEGIN ', 'password=x\n'];

  for (const part of parts) {
    const start = performance.now();
    secretTraces(part.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(5000);
  }
});
