import { Field } from '../fields/field';
import { handlerProblems } from './handlers';
import type { Json } from '../manifest';

const ask = (handler: Json) =>
  handlerProblems(new Field('probe', handler), ['exec', 'httpGet', 'tcpSocket']).map(
    ({ field, message }) => `${field}: ${message}`,
  );

test.each<Json>([
  { exec: { command: ['true'] } },
  { httpGet: { port: 80, scheme: '' } },
  { tcpSocket: { port: 'http' } },
  null,
])('one handler is fine: %j', (handler) => {
  expect(ask(handler)).toEqual([]);
});

test.each<[Json, readonly string[]]>([
  [{}, ['probe: has none of exec, httpGet or tcpSocket; one of these is expected']],
  [{ exec: {} }, ['probe.exec.command: is missing; a value is expected']],
  [{ exec: { command: [] } }, ['probe.exec.command: is empty; at least one item is expected']],
  [{ tcpSocket: { port: 0 } }, ['probe.tcpSocket.port: is 0; 1 to 65535 is expected']],
])('%j is not', (handler, problems) => {
  expect(ask(handler)).toEqual(problems);
});
