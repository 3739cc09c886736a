import type { JsonObject, Manifest } from '../manifest';
import { aService, anObject } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiIngressValid } from './api-ingress-valid';

const ingress = (spec: JsonObject, annotations: JsonObject = {}) =>
  anObject('networking.k8s.io/v1', 'Ingress', spec, { metadata: { name: 'web', annotations } });
const BACKEND = { service: { name: 'web', port: { number: 80 } } };
const path = (parts: JsonObject) =>
  ingress({ rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: BACKEND, ...parts }] } }] });
const backend = (defaultBackend: JsonObject) => ingress({ defaultBackend });
const host = (name: string) => ingress({ rules: [{ host: name }] });

test.each<[string, Manifest]>([
  ['a rule', path({})],
  [
    'hosts',
    ingress({ rules: [{ host: 'a.b' }, { host: '*.a.b' }, { host: '' }], tls: [{ hosts: ['*.a.b'], secretName: '' }] }),
  ],
  ['any path for the implementation', path({ pathType: 'ImplementationSpecific', path: '/a//b/..' })],
  ['a resource', backend({ resource: { apiGroup: 'a.b', kind: 'Bucket', name: 'c' } })],
  [
    'one class in two ways',
    ingress({ ingressClassName: 'nginx', defaultBackend: BACKEND }, { 'kubernetes.io/ingress.class': 'nginx' }),
  ],
  ['another kind', aService({})],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiIngressValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  ['nothing', ingress({}), ['spec: has neither rules nor defaultBackend; one of these is expected']],
  [
    'two classes',
    ingress({ ingressClassName: 'nginx', defaultBackend: BACKEND }, { 'kubernetes.io/ingress.class': 'other' }),
    [
      'metadata.annotations[kubernetes.io/ingress.class]: is "other"; ingressClassName is "nginx", and both have to be equal',
    ],
  ],
  [
    'a class',
    ingress({ ingressClassName: '', defaultBackend: BACKEND }),
    [
      'spec.ingressClassName: is ""; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", is expected',
    ],
  ],
  [
    'an address as a host',
    host('10.0.0.1'),
    ['spec.rules[0].host: is "10.0.0.1"; a DNS name is expected, not an IP address'],
  ],
  [
    'capitals in a host',
    host('Web.bank'),
    ['spec.rules[0].host: is "Web.bank"; a DNS name in small letters, or one with "*." before it, is expected'],
  ],
  [
    'a star inside of a host',
    host('a.*.b'),
    ['spec.rules[0].host: is "a.*.b"; a DNS name in small letters, or one with "*." before it, is expected'],
  ],
  [
    'a host of TLS',
    ingress({ defaultBackend: BACKEND, tls: [{ hosts: [''], secretName: 'A' }] }),
    [
      'spec.tls[0].hosts[0]: is ""; a DNS name in small letters, or one with "*." before it, is expected',
      'spec.tls[0].secretName: is "A"; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", is expected',
    ],
  ],
  [
    'no paths',
    ingress({ rules: [{ http: { paths: [] } }] }),
    ['spec.rules[0].http.paths: is empty; at least one item is expected'],
  ],
  [
    'a path without a slash',
    path({ path: 'api' }),
    ['spec.rules[0].http.paths[0].path: is "api"; a path with "/" first is expected'],
  ],
  [
    'no path',
    path({ path: null }),
    ['spec.rules[0].http.paths[0].path: is missing; a path is expected with the pathType Prefix'],
  ],
  [
    'a path that is not clear',
    path({ path: '/a//b/..' }),
    [
      'spec.rules[0].http.paths[0].path: is "/a//b/.."; a path without "//" is expected',
      'spec.rules[0].http.paths[0].path: is "/a//b/.."; a path without "/.." is expected',
    ],
  ],
  [
    'a path without a slash for the implementation',
    path({ pathType: 'ImplementationSpecific', path: 'a' }),
    ['spec.rules[0].http.paths[0].path: is "a"; a path with "/" first is expected'],
  ],
  [
    'a type of path',
    path({ pathType: 'Regex' }),
    ['spec.rules[0].http.paths[0].pathType: is "Regex"; Exact, Prefix or ImplementationSpecific is expected'],
  ],
  ['no backend', backend({}), ['spec.defaultBackend: has none of service or resource; one of these is expected']],
  [
    'two backends',
    backend({ ...BACKEND, resource: { kind: 'Bucket', name: 'c' } }),
    ['spec.defaultBackend: has service and resource; only one of these is expected'],
  ],
  [
    'a Service',
    backend({ service: { name: '1web', port: { number: 80 } } }),
    [
      'spec.defaultBackend.service.name: is "1web"; a name of at most 63 of a-z, 0-9 and "-", with a letter first and a letter or digit last, is expected',
    ],
  ],
  [
    'no port',
    backend({ service: { name: 'web' } }),
    ['spec.defaultBackend.service.port: has neither name nor number; one of these is expected'],
  ],
  [
    'a port by both',
    backend({ service: { name: 'web', port: { name: 'http', number: 80 } } }),
    ['spec.defaultBackend.service.port: has both name and number; one of these is expected'],
  ],
  [
    'a number',
    backend({ service: { name: 'web', port: { number: 70000 } } }),
    ['spec.defaultBackend.service.port.number: is 70000; 1 to 65535 is expected'],
  ],
  [
    'a name of a port',
    backend({ service: { name: 'web', port: { name: '80' } } }),
    [
      'spec.defaultBackend.service.port.name: is "80"; a name of at most 15 of a-z, 0-9 and "-", with a letter, and no "-" at an end or beside another, is expected',
    ],
  ],
  [
    'a resource',
    backend({ resource: { apiGroup: 'A', name: '' } }),
    [
      'spec.defaultBackend.resource.apiGroup: is "A"; a name of at most 253 of a-z, 0-9, "-" and ".", with a letter or digit at both ends and beside each ".", is expected',
      'spec.defaultBackend.resource.kind: is missing; a value is expected',
      'spec.defaultBackend.resource.name: is ""; a name without "/" and "%", which is not "." or "..", is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiIngressValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = ingress({});

  expect(apiIngressValid.check([manifest], {})).toEqual([
    { manifest, field: 'spec', message: 'has neither rules nor defaultBackend; one of these is expected' },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiIngressValid)).not.toThrow();
});
