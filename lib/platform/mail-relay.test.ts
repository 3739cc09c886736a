import { MailRelayEndpoint, type MailRelay } from './mail-relay';

const CLIENT = { name: 'anomaly-alert', environmentName: 'prod', selector: {} };

function aMailRelay(parts: Partial<MailRelay> = {}): MailRelay {
  return {
    host: 'smtp.bank.example',
    port: 25,
    encryption: 'none',
    sender: 'aiops@bank.example',
    addressRanges: ['10.22.0.25/32'],
    ...parts,
  };
}

test('a client may call the relay on its port and nothing else', () => {
  const relay = aMailRelay({ port: 465, addressRanges: ['10.22.0.25/32', '10.22.1.25/32'] });

  expect(new MailRelayEndpoint(relay).admit(CLIENT).reach).toEqual([
    {
      peers: [{ ipBlock: { cidr: '10.22.0.25/32' } }, { ipBlock: { cidr: '10.22.1.25/32' } }],
      ports: [{ number: 465 }],
    },
  ]);
});

test('a relay without a password is known by its address, its encryption and the sender', () => {
  expect(new MailRelayEndpoint(aMailRelay()).admit(CLIENT).environment).toEqual({
    MAIL_HOST: 'smtp.bank.example',
    MAIL_PORT: '25',
    MAIL_ENCRYPTION: 'none',
    MAIL_SENDER: 'aiops@bank.example',
  });
});

test('name and password of a relay are references to a Secret', () => {
  const relay = aMailRelay({ port: 587, encryption: 'STARTTLS', credentialsSecret: 'mail-relay' });

  expect(new MailRelayEndpoint(relay).admit(CLIENT).environment).toEqual({
    MAIL_HOST: 'smtp.bank.example',
    MAIL_PORT: '587',
    MAIL_ENCRYPTION: 'STARTTLS',
    MAIL_SENDER: 'aiops@bank.example',
    MAIL_USERNAME: { secret: 'mail-relay', key: 'username' },
    MAIL_PASSWORD: { secret: 'mail-relay', key: 'password' },
  });
});
