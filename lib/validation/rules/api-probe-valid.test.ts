import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { Json, Manifest } from '../manifest';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiProbeValid } from './api-probe-valid';

const probing = (probe: Json, name = 'livenessProbe') => aWorkload({ containers: [aContainer({ [name]: probe })] });
const ASKS = { tcpSocket: { port: 80 } };

test.each<[string, Manifest]>([
  [
    'each handler',
    aWorkload({
      containers: [
        aContainer({
          livenessProbe: { httpGet: { port: 'http', path: '', scheme: 'HTTPS' } },
          readinessProbe: { exec: { command: ['true'] } },
          startupProbe: { grpc: { port: 80 } },
        }),
      ],
    }),
  ],
  [
    '0, for which the defaults are taken',
    probing({ ...ASKS, periodSeconds: 0, successThreshold: 0, timeoutSeconds: 0, initialDelaySeconds: 0 }),
  ],
  ['a readiness probe that succeeds twice', probing({ ...ASKS, successThreshold: 2 }, 'readinessProbe')],
  [
    'hooks',
    probing({ preStop: { exec: { command: ['sleep', '5'] } }, postStart: { httpGet: { port: 80 } } }, 'lifecycle'),
  ],
  ['null', probing(null)],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiProbeValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'no handler',
    probing({ periodSeconds: 5 }),
    [
      'spec.template.spec.containers[web].livenessProbe: has none of exec, httpGet, tcpSocket or grpc; one of these is expected',
    ],
  ],
  [
    'two handlers',
    probing({ ...ASKS, exec: { command: ['true'] } }),
    ['spec.template.spec.containers[web].livenessProbe: has exec and tcpSocket; only one of these is expected'],
  ],
  [
    'an empty command',
    probing({ exec: { command: [] } }),
    ['spec.template.spec.containers[web].livenessProbe.exec.command: is empty; at least one item is expected'],
  ],
  [
    'no command',
    probing({ exec: {} }),
    ['spec.template.spec.containers[web].livenessProbe.exec.command: is missing; a value is expected'],
  ],
  [
    'a port',
    probing({ httpGet: { port: 0 } }),
    ['spec.template.spec.containers[web].livenessProbe.httpGet.port: is 0; 1 to 65535 is expected'],
  ],
  [
    'a scheme and a header',
    probing({ httpGet: { port: 80, scheme: 'http', httpHeaders: [{ name: 'a b', value: '' }] } }),
    [
      'spec.template.spec.containers[web].livenessProbe.httpGet.scheme: is "http"; HTTP or HTTPS is expected',
      'spec.template.spec.containers[web].livenessProbe.httpGet.httpHeaders[a b].name: is "a b"; a name of letters, digits and "-" is expected',
    ],
  ],
  [
    'a negative period',
    probing({ ...ASKS, periodSeconds: -1 }),
    ['spec.template.spec.containers[web].livenessProbe.periodSeconds: is -1; 0 or more is expected'],
  ],
  [
    'a liveness probe that succeeds twice',
    probing({ ...ASKS, successThreshold: 2 }),
    ['spec.template.spec.containers[web].livenessProbe.successThreshold: is 2; 1 is expected'],
  ],
  [
    'no time to end',
    probing({ ...ASKS, terminationGracePeriodSeconds: 0 }),
    ['spec.template.spec.containers[web].livenessProbe.terminationGracePeriodSeconds: is 0; 1 or more is expected'],
  ],
  [
    'a readiness probe with time to end',
    probing({ ...ASKS, terminationGracePeriodSeconds: 5 }, 'readinessProbe'),
    [
      'spec.template.spec.containers[web].readinessProbe.terminationGracePeriodSeconds: is given, and a readiness probe ends nothing',
    ],
  ],
  [
    'a hook without a handler',
    probing({ preStop: {} }, 'lifecycle'),
    [
      'spec.template.spec.containers[web].lifecycle.preStop: has none of exec, httpGet or tcpSocket; one of these is expected',
    ],
  ],
  [
    'an init container with a probe',
    aWorkload({ podSpec: { initContainers: [aContainer({ name: 'prepare', readinessProbe: ASKS })] } }),
    ['spec.template.spec.initContainers[prepare].readinessProbe: is given, and init containers have none'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiProbeValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = probing({ periodSeconds: 5 });

  expect(apiProbeValid.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].livenessProbe',
      message: 'has none of exec, httpGet, tcpSocket or grpc; one of these is expected',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiProbeValid)).not.toThrow();
});
