import { isIpAddress } from '../../../validation/reach/ip-block';

/** The end of a variable that holds an address, with the words that only say how it is used. */
const ADDRESS_END =
  /_?(?:BOOTSTRAP_?)?(?:HOSTS?|HOSTNAME|URLS?|URI|ADDR|ADDRESS(?:ES)?|SERVERS?|BROKERS?|ENDPOINTS?|BASE_?URL)$/i;

/** Words that people write in capitals. */
const ACRONYMS: ReadonlySet<string> = new Set(
  'API CMDB DB DNS ES FTP HDFS IAM KDC LDAP MQ NFS NTP OSS S3 SFTP SMTP SQL SSO VPN YARN'.split(' '),
);

/** How an outside system is known: by who is told its addresses, and how. */
export interface OutsideEvidence {
  /** Its hosts, sorted. */
  readonly hosts: readonly string[];
  /** The hosts that a variable says, by its name. */
  readonly variables: ReadonlyMap<string, ReadonlySet<string>>;
  /** The blocks of addresses that NetworkPolicies name, sorted. */
  readonly cidrs: readonly string[];
}

/**
 * Returns what people call an outside system: after the variable that gives its addresses (`KAFKA_BOOTSTRAP_SERVERS`
 * is Kafka), else after what its hosts have in common (`nn1.hadoop.bank.example` and `rm1.hadoop.bank.example` are
 * Hadoop), else its first host or its block of addresses.
 */
export function outsideName({ hosts, variables, cidrs }: OutsideEvidence): string {
  const names = new Set(
    [...variables].flatMap(([variable, said]) =>
      hosts.every((host) => said.has(host)) ? asWords(variable.replace(ADDRESS_END, '')) : [],
    ),
  );
  const [name = ''] = [...names].filter((words) => words !== '').sort();
  return name || commonName(hosts) || hosts[0] || cidrs.join(', ');
}

function commonName(hosts: readonly string[]): string {
  const names = hosts.filter((host) => !isIpAddress(host));
  // A single host has nothing in common with others, and its domain may be that of all that there is.
  if (names.length < 2) return '';
  const [first = []] = names.map((host) => host.split('.'));
  const stems = new Set(names.map((host) => (host.split('.')[0] ?? '').replace(/[-_]?\d+$/, '')));
  const [stem = ''] = stems;
  if (stems.size === 1) return asWords(stem);
  const domains = new Set(names.map((host) => host.split('.').slice(1).join('.')));
  // Of a company's own domain (bank.example) the first word would be the company.
  return domains.size === 1 && first.length > 3 ? asWords(first[1] ?? '') : '';
}

function asWords(text: string): string {
  const words = text.split(/[_-]+/).filter((word) => word !== '');
  return words
    .map((word, index) => {
      if (ACRONYMS.has(word.toUpperCase())) return word.toUpperCase();
      const small = word.toLowerCase();
      return index === 0 ? small.charAt(0).toUpperCase() + small.slice(1) : small;
    })
    .join(' ');
}
