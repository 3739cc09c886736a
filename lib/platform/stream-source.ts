import { rangePeers, type Client, type Endpoint, type Grant } from './endpoint';
import { hostPort, portsOf, type HostPort } from './host-port';

/** Kafka, as the source of a stream. Its topics are named by each job. */
export interface KafkaSource {
  readonly type: 'kafka';
  /** Brokers to ask first; the others are learned from them, so `addressRanges` must hold all. */
  readonly brokers: readonly HostPort[];
  /** How clients prove who they are: with the key tab of the job for the SASL ones. */
  readonly securityProtocol: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL';
  /** Address ranges of all brokers, as CIDR; a NetworkPolicy cannot name hosts. */
  readonly addressRanges: readonly string[];
}

/** A server that sends lines of text over a TCP connection, as the source of a stream. */
export interface SocketSource {
  readonly type: 'socket';
  readonly server: HostPort;
  /** Address ranges of the server, as CIDR. */
  readonly addressRanges: readonly string[];
}

/** Where the monitoring data come from that the streaming jobs read. */
export type StreamSource = KafkaSource | SocketSource;

/** The stream source as something to connect to. */
export class StreamSourceEndpoint implements Endpoint {
  readonly name = 'stream-source';

  constructor(readonly source: StreamSource) {}

  admit(_client: Client): Grant {
    const { source } = this;
    const servers = source.type === 'kafka' ? source.brokers : [source.server];
    return {
      reach: [{ peers: rangePeers(source.addressRanges), ports: portsOf(servers).map((number) => ({ number })) }],
      environment:
        source.type === 'kafka'
          ? {
              STREAM_SOURCE: 'kafka',
              KAFKA_BOOTSTRAP_SERVERS: source.brokers.map(hostPort).join(','),
              KAFKA_SECURITY_PROTOCOL: source.securityProtocol,
            }
          : { STREAM_SOURCE: 'socket', SOCKET_SERVER: hostPort(source.server) },
    };
  }
}
