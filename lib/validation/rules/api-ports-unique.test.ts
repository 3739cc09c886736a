import { aContainer, aWorkload } from '../testing/manifest-builders';
import type { JsonObject, Manifest } from '../manifest';
import { aService } from '../testing/object-builders';
import { checkOddObjects } from '../testing/odd-objects';
import { problemTexts } from '../testing/problem-texts';
import { apiPortsUnique } from './api-ports-unique';

const withPorts = (podSpec: JsonObject, ...ports: readonly JsonObject[]) =>
  aWorkload({ containers: [aContainer({ ports })], podSpec });
const service = (...ports: readonly JsonObject[]) => aService({ ports });

test.each<[string, Manifest]>([
  ['a container port twice', withPorts({}, { containerPort: 80 }, { containerPort: 80, name: 'http' })],
  [
    'a name in two containers',
    aWorkload({
      containers: ['a', 'b'].map((name) => aContainer({ name, ports: [{ name: 'http', containerPort: 80 }] })),
    }),
  ],
  [
    'a host port of two protocols or addresses',
    withPorts(
      {},
      { containerPort: 53, hostPort: 53 },
      { containerPort: 53, hostPort: 53, protocol: 'UDP' },
      { containerPort: 53, hostPort: 53, hostIP: '10.0.0.1' },
    ),
  ],
  [
    'a host port of an init container and a container',
    withPorts(
      { initContainers: [aContainer({ name: 'i', ports: [{ containerPort: 80, hostPort: 80 }] })] },
      { containerPort: 80, hostPort: 80 },
    ),
  ],
  ['one port without a name', service({ port: 80 })],
  ['a port of two protocols', service({ name: 'dns', port: 53 }, { name: 'dns-udp', port: 53, protocol: 'UDP' })],
])('accepted: %s', (_case, manifest) => {
  expect(problemTexts(apiPortsUnique, manifest)).toEqual([]);
});

test.each<[string, Manifest, readonly string[]]>([
  [
    'a name twice in a container',
    withPorts({}, { name: 'http', containerPort: 80 }, { name: 'http', containerPort: 81 }),
    ['spec.template.spec.containers[web].ports[http].name: is "http", which another port is already'],
  ],
  [
    'a host port twice in a Pod',
    aWorkload({
      containers: ['a', 'b'].map((name) => aContainer({ name, ports: [{ containerPort: 80, hostPort: 8080 }] })),
    }),
    ['spec.template.spec.containers[b].ports[0].hostPort: is TCP 8080, which another port is already'],
  ],
  [
    'a host port twice at an address',
    withPorts(
      {},
      { containerPort: 80, hostPort: 80, hostIP: '10.0.0.1' },
      { containerPort: 81, hostPort: 80, hostIP: '10.0.0.1' },
    ),
    ['spec.template.spec.containers[web].ports[1].hostPort: is TCP 80 at 10.0.0.1, which another port is already'],
  ],
  [
    'a port twice in the network of the VM',
    withPorts({ hostNetwork: true }, { containerPort: 80 }, { containerPort: 80 }),
    ['spec.template.spec.containers[web].ports[1].containerPort: is TCP 80, which another port is already'],
  ],
  [
    'a host port twice in an init container',
    withPorts({
      initContainers: [
        aContainer({
          name: 'i',
          ports: [
            { containerPort: 80, hostPort: 80 },
            { containerPort: 81, hostPort: 80 },
          ],
        }),
      ],
    }),
    ['spec.template.spec.initContainers[i].ports[1].hostPort: is TCP 80, which another port is already'],
  ],
  [
    'names of a Service',
    service({ name: 'a', port: 1 }, { name: 'a', port: 2 }),
    ['spec.ports[a].name: is "a", which another port is already'],
  ],
  [
    'several ports without names',
    service({ port: 1 }, { name: 'b', port: 2 }),
    ['spec.ports[0].name: is missing; each of several ports has a name, and there are 2'],
  ],
  [
    'a number twice in a Service',
    service({ name: 'a', port: 1 }, { name: 'b', port: 1 }),
    ['spec.ports[b].port: is TCP 1, which another port is already'],
  ],
  [
    'a node port twice in a Service',
    aService({
      type: 'NodePort',
      ports: [
        { name: 'a', port: 1, nodePort: 30001 },
        { name: 'b', port: 2, nodePort: 30001 },
      ],
    }),
    ['spec.ports[b].nodePort: is TCP 30001, which another port is already'],
  ],
])('refused: %s', (_case, manifest, problems) => {
  expect(problemTexts(apiPortsUnique, manifest)).toEqual(problems);
});

test('a problem names its object', () => {
  const manifest = withPorts({}, { name: 'http', containerPort: 80 }, { name: 'http', containerPort: 81 });

  expect(apiPortsUnique.check([manifest], {})).toEqual([
    {
      manifest,
      field: 'spec.template.spec.containers[web].ports[http].name',
      message: 'is "http", which another port is already',
    },
  ]);
});

test('objects with any JSON in them neither stop it nor show up as no text', () => {
  expect(() => checkOddObjects(apiPortsUnique)).not.toThrow();
});
