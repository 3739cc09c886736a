import type { JsonObject, Manifest } from '../manifest';
import { aService } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiNodePortsValid } from './api-node-ports-valid';

const nodePort = (nodePort: number, spec: JsonObject = {}) =>
  aService({ type: 'NodePort', ports: [{ port: 80, nodePort }], ...spec });
const renamed = ({ file, json }: Manifest, name: string): Manifest => ({
  file,
  json: { ...json, metadata: { namespace: 'znyw-prod', name } },
});

test.each<[string, Manifest]>([
  ['a port in the range', nodePort(30000)],
  ['a port of a load balancer', nodePort(32767, { type: 'LoadBalancer' })],
  ['none', aService({ type: 'NodePort', ports: [{ port: 80 }] })],
  ['one that does not count', nodePort(80, { type: 'ExternalName', externalName: 'a.b' })],
  [
    'one for two protocols',
    aService({
      type: 'NodePort',
      ports: [
        { name: 'a', port: 53, nodePort: 30053 },
        { name: 'b', port: 53, protocol: 'UDP', nodePort: 30053 },
      ],
    }),
  ],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiNodePortsValid, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  ['a port below the range', nodePort(80), ['spec.ports[0].nodePort: is 80; 30000 to 32767 is expected']],
  ['a port above the range', nodePort(32768), ['spec.ports[0].nodePort: is 32768; 30000 to 32767 is expected']],
  [
    'a Service without node ports',
    nodePort(30000, { type: 'ClusterIP' }),
    ['spec.ports[0].nodePort: is 30000; a Service of type ClusterIP has no node ports, NodePort is expected'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiNodePortsValid, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = nodePort(80);

  expect(apiNodePortsValid.check([manifest], {})).toEqual([
    { manifest, field: 'spec.ports[0].nodePort', message: 'is 80; 30000 to 32767 is expected' },
  ]);
});

test('a node port that another Service has is refused, whatever the protocol', () => {
  const [one, other] = [
    renamed(nodePort(30080), 'one'),
    renamed(
      aService({ type: 'NodePort', ports: [{ name: 'dns', port: 53, protocol: 'UDP', nodePort: 30080 }] }),
      'other',
    ),
  ];

  expect(apiNodePortsValid.check([one, other], {})).toEqual([
    {
      manifest: other,
      field: 'spec.ports[dns].nodePort',
      message: 'is 30080, which Service/znyw-prod/one has already',
    },
  ]);
});

test('one Service in two files keeps its port', () => {
  expect(problemTexts(apiNodePortsValid, nodePort(30080), nodePort(30080))).toEqual([]);
});
test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiNodePortsValid)).not.toThrow();
});
