/** In which way another program cannot be reached. */
export type Unreachability = 'unknown-host' | 'refused' | 'timed-out' | 'no-route';

/** Another program that cannot be reached, by a line of a log. */
export interface UnreachableServer {
  readonly kind: Unreachability;
  /** As the line names it, in small letters. @default it does not */
  readonly host?: string;
  readonly port?: number;
  readonly line: string;
}

/** The clearest first: a line about a time-out often says why the last try failed. */
const KINDS: readonly (readonly [kind: Unreachability, sign: RegExp])[] = [
  [
    'unknown-host',
    /Name or service not known|UnknownHostException|no such host|host not found in (?:upstream|resolver)|[Cc]ould(?:n't| not) resolve (?:host|server|address|broker)|ENOTFOUND|EAI_AGAIN|[Tt]emporary failure in name resolution|bad address '|Unknown MySQL server host|No resolvable bootstrap|can't resolve '|[Nn]ame does not resolve|Name has no usable address|nodename nor servname/,
  ],
  ['refused', /[Cc]onnection refused|ECONNREFUSED|\bErrno 111\b|[Ee]rror 111 connecting|\(111\)/],
  ['no-route', /No route to host|Network is unreachable|EHOSTUNREACH|ENETUNREACH/],
  [
    'timed-out',
    /connect(?:ion)?(?: attempt)? timed? ?out|connection timeout|connect timeout|timeout connecting to|i\/o timeout|ETIMEDOUT|\bErrno 110\b|\(110: |ConnectTimeout|Timed out after \d+ ms while waiting|ServerSelectionTimeoutError|SocketTimeoutException: [Cc]onnect|upstream timed out|[Ee]rror 110 connecting/i,
  ],
];

const NAME = String.raw`([A-Za-z0-9][A-Za-z0-9_.-]{0,252})`;
const PLACES: readonly RegExp[] = [
  new RegExp(String.raw`host not found in (?:upstream|resolver) "${NAME}(?::(\d{1,5}))?`),
  new RegExp(String.raw`UnknownHostException:? "?${NAME}`),
  new RegExp(String.raw`(?:ENOTFOUND|EAI_AGAIN) ${NAME}(?::(\d{1,5}))?`),
  new RegExp(String.raw`\blookup ${NAME}(?: on |:)`),
  new RegExp(String.raw`[Cc]ould(?:n't| not) resolve (?:host(?:name)?:?|server)? ?['"]?${NAME}(?::(\d{1,5}))?`),
  new RegExp(String.raw`(?:bad address|Unknown MySQL server host|can't resolve) '${NAME}`),
  new RegExp(String.raw`host='${NAME}', port=(\d{1,5})`),
  new RegExp(String.raw`\bon '${NAME}(?::(\d{1,5}))?'`),
  new RegExp(String.raw`address=${NAME}:(\d{1,5})`),
  new RegExp(
    String.raw`\b(?:to|server:?|with|upstream:? "[a-z]{1,10}://|ECONNREFUSED|ETIMEDOUT|refused:|dial tcp) ?'?"?${NAME}[:/](?:[\d.]{7,15}:)?(\d{2,5})(?!\d)`,
  ),
];
const PAIR = /(?<![\w.-])([A-Za-z][A-Za-z0-9.-]{0,252}|(?:\d{1,3}\.){3}\d{1,3})(?:\/[\d.]{7,15})?:(\d{2,5})(?![\d:])/g;
/** What looks like a host with a port, and is a line of a program. */
const SOURCE_FILE = /\.(?:java|scala|kt|py|go|js|ts|c|cc|cpp|conf|xml|sh|log)$|^\d+$/i;

/** The lines that count: what failed long ago may have been got over. */
const LAST_LINES = 60;

/** Returns the server that a program could not reach last, by the last lines of its log. */
export function tryUnreachableServer(lines: readonly string[]): UnreachableServer | undefined {
  const last = lines.slice(-LAST_LINES);
  let unnamed: UnreachableServer | undefined;
  for (let place = last.length - 1; place >= 0; place -= 1) {
    const line = last[place] ?? '';
    const kind = KINDS.find(([, sign]) => sign.test(line))?.[0];
    if (kind === undefined) continue;
    const server = { kind, ...hostIn(line), line };
    if (server.host !== undefined) return server;
    unnamed ??= server;
  }
  return unnamed;
}

function hostIn(line: string): { readonly host?: string; readonly port?: number } {
  for (const place of PLACES) {
    const [, host, port] = place.exec(line) ?? [];
    if (host !== undefined && !SOURCE_FILE.test(host)) return asPlace(host, port);
  }
  for (const [, host = '', port] of line.matchAll(PAIR)) if (!SOURCE_FILE.test(host)) return asPlace(host, port);
  return {};
}

function asPlace(host: string, port: string | undefined): { readonly host: string; readonly port?: number } {
  return { host: host.toLowerCase().replace(/[.:]$/, ''), ...(port === undefined ? {} : { port: Number(port) }) };
}
