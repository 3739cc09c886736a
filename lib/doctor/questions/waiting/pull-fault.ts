/** Why an image is not there, as far as the runtime's message tells. */
export type PullFault =
  | 'name-invalid'
  | 'never-pulled'
  | 'platform'
  | 'disk-full'
  | 'rate-limit'
  | 'plain-http'
  | 'certificate'
  | 'unreachable'
  | 'refused'
  | 'not-found'
  | 'unknown';

/**
 * What containerd, docker and cri-o write, in this order: several messages have the words of another one in them, such
 * as `no match for platform in manifest: not found`.
 */
const SIGNS: readonly (readonly [PullFault, RegExp])[] = [
  ['name-invalid', /InvalidImageName|couldn't parse image (?:reference|name)|invalid reference format/],
  ['never-pulled', /ErrImageNeverPull|is not present with pull policy of Never/],
  [
    'platform',
    /no match for platform|no matching manifest for|does not match the (?:specified|detected|expected) platform/,
  ],
  ['disk-full', /no space left on device|disk quota exceeded/],
  ['rate-limit', /toomanyrequests|429 Too Many|too many requests|rate limit/i],
  ['plain-http', /server gave HTTP response to HTTPS client|first record does not look like a TLS handshake/],
  ['certificate', /x509:|certificate signed by|certificate has expired|failed to verify certificate/],
  ['unreachable', /no such host|connection refused|i\/o timeout|no route to host|network is unreachable/],
  ['unreachable', /connection reset by peer|TLS handshake timeout|deadline exceeded|server misbehaving|broken pipe/],
  ['unreachable', /name resolution|Client\.Timeout|\bEOF\b|proxyconnect|RegistryUnavailable|connection timed out/],
  ['unreachable', /\b50[0-4] (?:Internal Server|Not Implemented|Bad Gateway|Service|Gateway)/],
  ['refused', /\b40[13]\b|unauthorized|denied|authentication required|authorization failed|insufficient_scope/i],
  ['refused', /no basic auth credentials|invalid username\/password|may require (?:authorization|'docker login')/],
  ['not-found', /not found|manifest unknown|name unknown|\b404\b|repository does not exist/i],
];

/** Returns why an image is not there, by what the kubelet and the runtime say. */
export function pullFault(said: string): PullFault {
  return SIGNS.find(([, sign]) => sign.test(said))?.[0] ?? 'unknown';
}

/** Returns the registry's host of an image, with its port; without one it is that of Docker. */
export function registryOf(image: string): string {
  const [first = '', ...others] = image.split('/');
  return others.length > 0 && (/[.:]/.test(first) || first === 'localhost') ? first : 'docker.io';
}
