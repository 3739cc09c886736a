import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { aService } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiPortNamesValid } from './api-port-names-valid';

const withPort = (port: JsonObject) => aWorkload({ containers: [aContainer({ ports: [port] })] });
const service = (port: JsonObject) => aService({ ports: [port] });

test.each<[string, Manifest]>([
  ['a port', withPort({ name: 'http', containerPort: 8080, hostPort: 0, protocol: 'UDP' })],
  [
    'a port of a Service',
    service({ name: 'a-name-that-is-longer-than-15', port: 80, targetPort: 'http', appProtocol: 'kubernetes.io/h2c' }),
  ],
  ['no target, which is the port', service({ port: 80, targetPort: 0 })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiPortNamesValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a long name',
    withPort({ name: 'prometheus-metrics', containerPort: 80 }),
    [
      'spec.template.spec.containers[web].ports[prometheus-metrics].name: is "prometheus-metrics"; a name of at most 15 of a-z, 0-9 and "-", with a letter, and no "-" at an end or beside another, is expected',
    ],
  ],
  [
    'a number as a name',
    withPort({ name: '8080', containerPort: 80 }),
    [
      'spec.template.spec.containers[web].ports[8080].name: is "8080"; a name of at most 15 of a-z, 0-9 and "-", with a letter, and no "-" at an end or beside another, is expected',
    ],
  ],
  [
    'a number above 65535',
    withPort({ containerPort: 65536 }),
    ['spec.template.spec.containers[web].ports[0].containerPort: is 65536; 1 to 65535 is expected'],
  ],
  [
    '0',
    withPort({ containerPort: 0 }),
    ['spec.template.spec.containers[web].ports[0].containerPort: is 0; 1 to 65535 is expected'],
  ],
  [
    'a host port',
    withPort({ containerPort: 80, hostPort: -1 }),
    ['spec.template.spec.containers[web].ports[0].hostPort: is -1; 0 to 65535 is expected'],
  ],
  [
    'a protocol',
    withPort({ containerPort: 80, protocol: 'tcp' }),
    ['spec.template.spec.containers[web].ports[0].protocol: is "tcp"; TCP, UDP or SCTP is expected'],
  ],
  [
    'a name of a Service',
    service({ name: 'HTTP', port: 80 }),
    [
      'spec.ports[HTTP].name: is "HTTP"; a name of at most 63 of a-z, 0-9 and "-", with a letter or digit at both ends, is expected',
    ],
  ],
  ['a port of a Service', service({ port: 0 }), ['spec.ports[0].port: is 0; 1 to 65535 is expected']],
  [
    'a target as a text',
    service({ port: 80, targetPort: '8080' }),
    [
      'spec.ports[0].targetPort: is "8080"; a name of at most 15 of a-z, 0-9 and "-", with a letter, and no "-" at an end or beside another, is expected',
    ],
  ],
  [
    'a target above 65535',
    service({ port: 80, targetPort: 70000 }),
    ['spec.ports[0].targetPort: is 70000; 1 to 65535 is expected'],
  ],
  [
    'a protocol above TCP',
    service({ port: 80, appProtocol: 'a b' }),
    [
      'spec.ports[0].appProtocol: is "a b"; at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends, after at most one DNS name and "/", is expected',
    ],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiPortNamesValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = withPort({ name: 'prometheus-metrics', containerPort: 80 });

  expect(apiPortNamesValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].ports[prometheus-metrics].name',
      message:
        'is "prometheus-metrics"; a name of at most 15 of a-z, 0-9 and "-", with a letter, and no "-" at an end or beside another, is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiPortNamesValid)).not.toThrow();
});
