import { allMatches } from '../secrets/all-matches';
import { isComment } from '../secrets/configuration-lines';

/** The address of a server, as a text writes it. */
export interface WrittenAddress {
  readonly host: string;
  /** Undefined where it is not said. */
  readonly port: number | undefined;
  /** The scheme of a URL, in small letters; undefined where it is none. */
  readonly scheme: string | undefined;
  /** Whether the text leaves no doubt that it means a server; `web:80` alone may mean something else. */
  readonly certain: boolean;
}

/** A host name; what follows it must not go on with one that is put together at run time. */
const HOST = String.raw`([A-Za-z0-9][A-Za-z0-9.-]{0,252})`;
const PORT = String.raw`(?::(\d{1,5})(?!\d))?`;
const END = String.raw`(?![-\w.$({%])`;

// The user of a URL is bounded, since otherwise a long text would be read again from each of its places.
const URL_ADDRESS = new RegExp(
  String.raw`\b([A-Za-z][A-Za-z0-9+.-]{0,20})://(?:[^\s/@"'<>]{1,256}@)?${HOST}${PORT}${END}`,
  'g',
);
const PAIR = new RegExp(String.raw`(?<![-\w.$%/@:}])${HOST}:(\d{1,5})(?![-\w.:])`, 'g');
const FLAG = new RegExp(
  String.raw`(?:^|\s)--?(?:[a-z]+[-_.])*(?:h|hosts?|hostname|servers?|addr|address|endpoint)(?:=|\s+)["']?${HOST}${PORT}(?=["'\s,;]|$)`,
  'g',
);
const PORT_FLAG = /\s(?:-p|--?port)[=\s]?(\d{1,5})\b/;
/** A line that says the host of something, also as a script prints it after `\n`; which word it is, differs. */
const HOST_SETTING = /(?:\b|\\n)(?:host(?:name)?|servers?|addr(?:ess)?|endpoint)["']?\s{0,8}[=:]/i;
const WORD = /(?<![^\s"'=:,;])([A-Za-z][A-Za-z0-9.-]{0,252})(?![^\s"',;])/g;
/** What no address is without: a URL or pair has a colon, and the others a word that says so. */
const ANY_HINT = /:|host|server|addr|endpoint|-h/i;
const WHOLE = new RegExp(String.raw`^${HOST}${PORT}(?:/\S*)?$`);

/** What stands between the addresses of a list. */
const SEPARATOR = /[\s,;]+/;

const NONE: readonly WrittenAddress[] = [];

/**
 * Returns the addresses in a text such as a configuration file or a command: URLs, pairs of host and port, the
 * hosts that follow a flag such as `--host`, and the words of a line that sets a `host`. Comments are left out.
 *
 * Whether a host is one is not asked here: whoever reads them looks for names that he knows.
 */
export function addressesIn(text: string): readonly WrittenAddress[] {
  if (!ANY_HINT.test(text)) return NONE;
  const addresses: WrittenAddress[] = [];
  for (const line of text.split('\n')) {
    if (ANY_HINT.test(line) && !isComment(line)) addressesInLine(line, addresses);
  }
  return addresses;
}

/**
 * Returns the addresses in a text that is meant to hold them and nothing else, as the value of `MYSQL_HOST`: lone
 * names as well, several with a comma between.
 */
export function addressesListed(text: string): readonly WrittenAddress[] {
  const addresses: WrittenAddress[] = [];
  for (const word of text.split(SEPARATOR)) {
    const [, host, port] = WHOLE.exec(word) ?? [];
    if (host !== undefined) addresses.push(addressOf(host, port, true));
  }
  if (ANY_HINT.test(text)) addressesInLine(text, addresses);
  return addresses;
}

/** Adds the addresses in a line. Each pattern is asked only where a sign is that it cannot do without. */
function addressesInLine(line: string, addresses: WrittenAddress[]): void {
  if (line.includes('://')) {
    for (const [, scheme = '', host = '', port] of allMatches(line, URL_ADDRESS)) {
      addresses.push(addressOf(host, port, true, scheme.toLowerCase()));
    }
  }
  if (line.includes('-')) {
    for (const [, host = '', port] of allMatches(line, FLAG)) {
      addresses.push(addressOf(host, port ?? PORT_FLAG.exec(line)?.[1], true));
    }
  }
  const hasColon = line.includes(':');
  if (!hasColon && !line.includes('=')) return;
  if (hasColon) {
    for (const [, host = '', port] of allMatches(line, PAIR)) addresses.push(addressOf(host, port, false));
  }
  if (HOST_SETTING.test(line)) {
    for (const [, host = ''] of allMatches(line, WORD)) addresses.push(addressOf(host, undefined, false));
  }
}

function addressOf(written: string, port: string | undefined, certain: boolean, scheme?: string): WrittenAddress {
  const host = written.toLowerCase();
  return {
    // A name may end with a dot, which keeps the resolver from trying it below its search domains.
    host: host.endsWith('.') ? host.slice(0, -1) : host,
    port: port === undefined ? undefined : Number(port),
    scheme,
    certain,
  };
}
