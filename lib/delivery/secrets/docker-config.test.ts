import * as fc from 'fast-check';
import { OperatorError } from '../../operator-error';
import { loginInDockerConfig } from './docker-config';

const HOST = 'dtr.bank.example';
const PASSWORD = 's3:cret';
const auth = Buffer.from(`ops:${PASSWORD}`).toString('base64');
const login = { host: HOST, username: 'ops', password: PASSWORD };

function read(config: unknown, host = HOST) {
  return loginInDockerConfig(JSON.stringify(config), host, 'config.json');
}

test('the login to the host is taken, and that of others is not', () => {
  const others = { 'index.docker.io': { auth: 'b3RoZXI6b3RoZXI=' }, 'dtr.bank.example.org': { auth: 'bm86bm8=' } };

  expect(read({ auths: { ...others, [HOST]: { auth } } })).toEqual(login);
});

test.each([
  [{ [HOST]: { username: 'ops', password: PASSWORD } }],
  [{ [HOST]: { username: 'old', password: 'old', auth } }],
  [{ [HOST]: { auth: Buffer.from(`ops:${PASSWORD}\0\0`).toString('base64') } }],
  [{ [`https://${HOST}`]: { auth } }],
  [{ [`https://${HOST}/v2/`]: { auth } }],
  [{ [`https://${HOST}`]: { auth: 'b2xkOm9sZA==' }, [HOST]: { auth } }],
])('%j is a login', (auths) => {
  expect(read({ auths })).toEqual(login);
});

test('a host with a port is another one', () => {
  expect(() => read({ auths: { [HOST]: { auth } } }, `${HOST}:5000`)).toThrow(
    'config.json has no login to dtr.bank.example:5000',
  );
});

test.each([
  [{}, 'config.json has no login to dtr.bank.example'],
  [[], 'config.json has no login to dtr.bank.example'],
  [
    { auths: { [HOST]: {} }, credsStore: 'desktop' },
    'config.json leaves the login to dtr.bank.example to the credential helper "desktop"',
  ],
  [
    { credHelpers: { [HOST]: 'pass' } },
    'config.json leaves the login to dtr.bank.example to the credential helper "pass"',
  ],
  [
    { auths: { [HOST]: { auth: Buffer.from('ops:').toString('base64'), identitytoken: 'abc' } } },
    'config.json has a token for dtr.bank.example and no password; a kubelet logs in with a password',
  ],
  [{ auths: { [HOST]: {} } }, 'config.json has an entry for dtr.bank.example without a user name and a password'],
  [
    { auths: { [HOST]: { auth: 5 } } },
    'config.json has an entry for dtr.bank.example without a user name and a password',
  ],
])('%j is none', (config, message) => {
  expect(() => read(config)).toThrow(message);
});

test('what is not JSON is refused without a word of it, which the error of the parser would quote', () => {
  const text = `{"auths": {"${HOST}": {"password": "s3cret-in-here"`;
  const refusal = catching(() => loginInDockerConfig(text, HOST, 'config.json'));

  expect(refusal).toBeInstanceOf(OperatorError);
  expect((refusal as OperatorError).message).toBe('config.json is not JSON');
  expect((refusal as OperatorError).cause).toBeUndefined();
});

test('whatever the file holds, there is a login or a refusal', () => {
  const entry = fc.oneof(fc.jsonValue(), fc.record({ auth: fc.base64String(), identitytoken: fc.jsonValue() }));

  fc.assert(
    fc.property(fc.jsonValue(), entry, fc.jsonValue(), (any, ours, helper) => {
      for (const config of [any, { auths: { [HOST]: ours }, credsStore: helper }]) {
        const outcome = catching(() => read(config));

        expect(outcome === undefined || outcome instanceof OperatorError).toBe(true);
      }
    }),
  );
});

function catching(attempt: () => unknown): unknown {
  try {
    attempt();
    return undefined;
  } catch (error) {
    return error;
  }
}
