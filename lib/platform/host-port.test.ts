import { hostPort, portsOf } from './host-port';

test('a server is written as its host and port', () => {
  expect(hostPort({ host: 'kdc1.bank.example', port: 88 })).toBe('kdc1.bank.example:88');
});

test('the ports of servers are named once each, in rising order of the numbers', () => {
  const servers = [9093, 1004, 88, 9093].map((port) => ({ host: 'h', port }));

  expect(portsOf(servers)).toEqual([88, 1004, 9093]);
});
