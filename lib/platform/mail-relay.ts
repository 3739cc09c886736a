import { rangePeers, type Client, type Endpoint, type Grant } from './endpoint';
import type { HostPort } from './host-port';

/** The SMTP server that alerts are sent through. */
export interface MailRelay extends HostPort {
  /** How the connection is encrypted: STARTTLS is usual on port 587, TLS on 465, none on 25. */
  readonly encryption: 'STARTTLS' | 'TLS' | 'none';

  /** Address that the alerts come from. */
  readonly sender: string;

  /** Address ranges of the relay, as CIDR; a NetworkPolicy cannot name a host. */
  readonly addressRanges: readonly string[];

  /**
   * Secret with the keys `username` and `password`, made outside.
   * @default none: the relay takes mail from these addresses without a password
   */
  readonly credentialsSecret?: string;
}

/** The mail relay as something to connect to. */
export class MailRelayEndpoint implements Endpoint {
  readonly name = 'mail-relay';

  constructor(private readonly relay: MailRelay) {}

  admit(_client: Client): Grant {
    const { host, port, encryption, sender, addressRanges, credentialsSecret: secret } = this.relay;
    return {
      reach: [{ peers: rangePeers(addressRanges), ports: [{ number: port }] }],
      environment: {
        MAIL_HOST: host,
        MAIL_PORT: `${port}`,
        MAIL_ENCRYPTION: encryption,
        MAIL_SENDER: sender,
        ...(secret === undefined
          ? {}
          : { MAIL_USERNAME: { secret, key: 'username' }, MAIL_PASSWORD: { secret, key: 'password' } }),
      },
    };
  }
}
