import { StreamSourceEndpoint } from './stream-source';

const CLIENT = { name: 'anomaly-stream-host', environmentName: 'prod', selector: {} };

test('Kafka is known by its brokers, and reached on every port that a broker has', () => {
  const source = new StreamSourceEndpoint({
    type: 'kafka',
    brokers: [
      { host: 'kafka1.bank.example', port: 9093 },
      { host: 'kafka2.bank.example', port: 9092 },
      { host: 'kafka3.bank.example', port: 9093 },
    ],
    securityProtocol: 'SASL_SSL',
    addressRanges: ['10.21.0.0/24'],
  });

  expect(source.admit(CLIENT)).toEqual({
    reach: [{ peers: [{ ipBlock: { cidr: '10.21.0.0/24' } }], ports: [{ number: 9092 }, { number: 9093 }] }],
    environment: {
      STREAM_SOURCE: 'kafka',
      KAFKA_BOOTSTRAP_SERVERS: 'kafka1.bank.example:9093,kafka2.bank.example:9092,kafka3.bank.example:9093',
      KAFKA_SECURITY_PROTOCOL: 'SASL_SSL',
    },
  });
});

test('a server that sends lines is known by its address, and no variable speaks of Kafka', () => {
  const source = new StreamSourceEndpoint({
    type: 'socket',
    server: { host: 'feed.bank.example', port: 9999 },
    addressRanges: ['10.21.1.7/32'],
  });

  expect(source.admit(CLIENT)).toEqual({
    reach: [{ peers: [{ ipBlock: { cidr: '10.21.1.7/32' } }], ports: [{ number: 9999 }] }],
    environment: { STREAM_SOURCE: 'socket', SOCKET_SERVER: 'feed.bank.example:9999' },
  });
});
