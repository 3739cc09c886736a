import { outsideName } from './outside-names';

test.each<[string, string[], Readonly<Record<string, string[]>>, string]>([
  ['the variable', ['k1.a.b', 'k2.a.b'], { KAFKA_BOOTSTRAP_SERVERS: ['k1.a.b', 'k2.a.b'] }, 'Kafka'],
  ['a variable of several words', ['x.a.b'], { LEGACY_BILLING_URL: ['x.a.b'] }, 'Legacy billing'],
  ['a variable in capitals', ['x.a.b'], { LDAP_HOST: ['x.a.b'] }, 'LDAP'],
  ['the domain below the company', ['nn1.hadoop.bank.example', 'rm1.hadoop.bank.example'], {}, 'Hadoop'],
  [
    'the domain where a variable gives only one host',
    ['a1.yarn.c.d', 'b1.yarn.c.d'],
    { X_URL: ['a1.yarn.c.d'] },
    'YARN',
  ],
  ['what the hosts begin with', ['kafka1.bank.example', 'kafka2.bank.example'], {}, 'Kafka'],
  ['its host', ['smtp.bank.example'], {}, 'smtp.bank.example'],
  ['its host, however long', ['pg.prod.internal.bank.example'], {}, 'pg.prod.internal.bank.example'],
  ['its address', ['10.0.0.1'], {}, '10.0.0.1'],
  ['nothing but the variable suffix', ['x.a.b'], { URL: ['x.a.b'] }, 'x.a.b'],
])('is named after %s', (_, hosts, variables, name) => {
  const said = new Map(Object.entries(variables).map(([variable, own]) => [variable, new Set(own)]));

  expect(outsideName({ hosts, variables: said, cidrs: ['10.0.0.0/24'] })).toBe(name);
});

test('is named after its block where no host is known', () => {
  expect(outsideName({ hosts: [], variables: new Map(), cidrs: ['10.1.0.0/24', '10.2.0.0/24'] })).toBe(
    '10.1.0.0/24, 10.2.0.0/24',
  );
});
