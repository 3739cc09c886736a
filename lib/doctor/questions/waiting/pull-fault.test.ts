import { pullFault, registryOf } from './pull-fault';

const CONTAINERD =
  'rpc error: code = Unknown desc = failed to pull and unpack image "dtr.corp/znyw/web:1": failed to resolve reference "dtr.corp/znyw/web:1": ';

test.each([
  [`${CONTAINERD}dtr.corp/znyw/web:1: not found`, 'not-found'],
  ['Error response from daemon: manifest for web:1 not found: manifest unknown: manifest unknown', 'not-found'],
  ['reading manifest 1 in dtr.corp/znyw/web: manifest unknown', 'not-found'],
  ['reading manifest 1 in dtr.corp/znyw/web: name unknown: repository not found', 'not-found'],
  [
    `${CONTAINERD}pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed`,
    'refused',
  ],
  [`${CONTAINERD}failed to authorize: failed to fetch anonymous token: unexpected status: 401 Unauthorized`, 'refused'],
  [`${CONTAINERD}unexpected status from HEAD request to https://dtr.corp/v2/: 403 Forbidden`, 'refused'],
  [
    "Error response from daemon: pull access denied for web, repository does not exist or may require 'docker login': denied: requested access to the resource is denied",
    'refused',
  ],
  ['Error response from daemon: Get https://dtr.corp/v2/: no basic auth credentials', 'refused'],
  ['unable to retrieve auth token: invalid username/password: unauthorized: authentication required', 'refused'],
  [
    `${CONTAINERD}failed to do request: Head "https://dtr.corp/": dial tcp: lookup dtr.corp: no such host`,
    'unreachable',
  ],
  [
    `${CONTAINERD}failed to do request: Head "https://dtr.corp/": dial tcp 10.0.0.9:443: connect: connection refused`,
    'unreachable',
  ],
  [`${CONTAINERD}failed to do request: Head "https://dtr.corp/": dial tcp 10.0.0.9:443: i/o timeout`, 'unreachable'],
  [
    `${CONTAINERD}failed to do request: Head "https://dtr.corp/": dial tcp 10.0.0.9:443: connect: no route to host`,
    'unreachable',
  ],
  ['Error response from daemon: received unexpected HTTP status: 503 Service Unavailable', 'unreachable'],
  ['pinging container registry dtr.corp: Get "https://dtr.corp/v2/": EOF', 'unreachable'],
  [
    'Get "https://dtr.corp/v2/": context deadline exceeded (Client.Timeout exceeded while awaiting headers)',
    'unreachable',
  ],
  [
    `${CONTAINERD}failed to do request: Head "https://dtr.corp/": x509: certificate signed by unknown authority`,
    'certificate',
  ],
  [
    `${CONTAINERD}failed to do request: tls: failed to verify certificate: x509: certificate has expired or is not yet valid`,
    'certificate',
  ],
  [`${CONTAINERD}failed to do request: http: server gave HTTP response to HTTPS client`, 'plain-http'],
  [
    `${CONTAINERD}429 Too Many Requests - Server message: toomanyrequests: You have reached your pull rate limit.`,
    'rate-limit',
  ],
  ['failed to extract layer sha256:1: write /var/lib/x: no space left on device: unknown', 'disk-full'],
  [`${CONTAINERD}no match for platform in manifest: not found`, 'platform'],
  ['no matching manifest for linux/arm64/v8 in the manifest list entries', 'platform'],
  ['Container image "web:1" is not present with pull policy of Never', 'never-pulled'],
  [`InvalidImageName: Failed to apply default image tag "A:1": couldn't parse image reference "A:1"`, 'name-invalid'],
  ['Back-off pulling image "web:1"', 'unknown'],
  ['', 'unknown'],
])('%s', (said, fault) => {
  expect(pullFault(said)).toBe(fault);
});

test.each([
  ['dtr.corp:5000/znyw/web:1', 'dtr.corp:5000'],
  ['localhost/web', 'localhost'],
  ['nginx:1.25', 'docker.io'],
  ['library/nginx', 'docker.io'],
  ['', 'docker.io'],
])('the registry of %s is %s', (image, host) => {
  expect(registryOf(image)).toBe(host);
});
