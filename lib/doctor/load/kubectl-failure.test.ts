import { forbidden, SAID } from '../testing/stand-in-kubectl';
import { failureOf, failureToStart } from './kubectl-failure';

test.each([
  [SAID.unauthorized, 'unauthorized'],
  ['error: the server has asked for the client to provide credentials\n', 'unauthorized'],
  ['Unable to connect to the server: getting credentials: exec: executable oidc not found\n', 'unauthorized'],
  [forbidden('nodes'), 'forbidden'],
  [SAID.refused, 'unreachable'],
  [SAID.noHost, 'unreachable'],
  [SAID.timeOut, 'timed-out'],
  ['Unable to connect to the server: dial tcp 192.0.2.1:6443: i/o timeout\n', 'timed-out'],
  [SAID.certificate, 'certificate'],
  ['Unable to connect to the server: net/http: TLS handshake timeout\n', 'certificate'],
  [SAID.noTls, 'certificate'],
  ['Unable to connect to the server: http: server gave HTTP response to HTTPS client\n', 'certificate'],
  [SAID.noContext, 'configuration'],
  ['error: auth info "nope" does not exist\n', 'configuration'],
  ['error: cluster "nope" does not exist\n', 'configuration'],
  [SAID.noKubeconfig, 'configuration'],
  [SAID.badKubeconfig, 'configuration'],
  [SAID.noServer, 'configuration'],
  [SAID.notJson, 'not-an-answer'],
  [SAID.noNamespace, 'not-found'],
  ['error: the server doesn\'t have a resource type "endpointslices"\n', 'unknown-kind'],
  ['error: something new\n', 'other'],
])('%s means %s', (stderr, kind) => {
  expect(failureOf({ status: 1, stdout: '', stderr }).kind).toBe(kind);
});

test('the message is the last line, without the tries of the discovery before it', () => {
  expect(failureOf({ status: 1, stdout: '', stderr: SAID.notJson }).message).toBe(
    "error: invalid character '<' looking for beginning of value",
  );
});

test('a kubectl that was ended, that says nothing, and that is not there are three things', () => {
  expect(failureOf({ status: null, stdout: '', stderr: '', ended: 'timed-out' })).toEqual({
    kind: 'timed-out',
    message: 'kubectl had no answer in time and was ended',
  });
  expect(failureOf({ status: 137, stdout: '', stderr: '' }).message).toBe('kubectl ended with 137 and said nothing');
  expect(failureToStart(Object.assign(new Error('spawn kubectl ENOENT'), { code: 'ENOENT' }))).toEqual({
    kind: 'missing-program',
    message: 'there is no program kubectl on the PATH',
  });
});
