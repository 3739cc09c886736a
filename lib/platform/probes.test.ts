import { Duration } from 'cdk8s';
import { execProbe, httpProbe, patienceSeconds, tcpProbe } from './probes';

test('a probe asks every 10 seconds, waits 5 for an answer and takes 3 failures, unless told', () => {
  expect(httpProbe('http', '/healthz')).toEqual({
    httpGet: { path: '/healthz', port: { value: 'http' } },
    periodSeconds: 10,
    timeoutSeconds: 5,
    failureThreshold: 3,
  });
});

test('a probe asks as it is told', () => {
  const timing = { period: Duration.minutes(1), timeout: Duration.seconds(9), failures: 60 };

  expect(tcpProbe('mysql', timing)).toEqual({
    tcpSocket: { port: { value: 'mysql' } },
    periodSeconds: 60,
    timeoutSeconds: 9,
    failureThreshold: 60,
  });
  expect(execProbe(['true'], timing)).toEqual({
    exec: { command: ['true'] },
    periodSeconds: 60,
    timeoutSeconds: 9,
    failureThreshold: 60,
  });
});

test('a startup probe is patient for as long as all its failures take', () => {
  expect(patienceSeconds(tcpProbe('mongodb', { failures: 60 }))).toBe(600);
  expect(patienceSeconds(tcpProbe('http', { period: Duration.seconds(5), failures: 36 }))).toBe(180);
});

test('a probe that says nothing is as patient as Kubernetes makes it', () => {
  expect(patienceSeconds({})).toBe(30);
});
