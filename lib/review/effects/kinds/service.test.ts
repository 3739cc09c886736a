import type { JsonObject } from '../../../validation/manifest';
import { aServer, aService } from '../../../validation/testing/reach-builders';
import type { Effect } from '../../diff/object-change';
import { effectOf, notesOf } from '../testing-effects';

const outside = { type: 'ExternalName', externalName: 'a.example', selector: null, ports: null };
const ports = (port: JsonObject) => ({ ports: [{ name: 'web', port: 80, targetPort: 'http', ...port }] });

test.each<[string, JsonObject, JsonObject, Effect]>([
  ['its port', {}, ports({ port: 81 }), 'traffic'],
  ['the port of the Pods', {}, ports({ targetPort: 8081 }), 'traffic'],
  ['its selector', {}, { selector: { app: 'other' } }, 'traffic'],
  ['its type', {}, { type: 'NodePort' }, 'traffic'],
  [
    'the port of the VMs',
    { type: 'NodePort', ...ports({ nodePort: 31000 }) },
    { type: 'NodePort', ...ports({ nodePort: 31001 }) },
    'traffic',
  ],
  ['with whom a client stays', {}, { sessionAffinity: 'ClientIP' }, 'traffic'],
  ['whether Pods that are not ready serve', {}, { publishNotReadyAddresses: true }, 'traffic'],
  ['from its own address to another name', {}, outside, 'traffic'],
  ['from another name to its own address', outside, {}, 'traffic'],
  ['its address', { clusterIP: '10.0.0.1' }, { clusterIP: '10.0.0.2' }, 'refused'],
  ['from an address to none', {}, { clusterIP: 'None' }, 'refused'],
  ['from no address to one', { clusterIP: 'None' }, { clusterIP: '10.0.0.2' }, 'refused'],
  ['from no address to a port of the VMs', { clusterIP: 'None' }, { clusterIP: 'None', type: 'NodePort' }, 'refused'],
  ['its family', { ipFamilies: ['IPv4'] }, { ipFamilies: ['IPv6'] }, 'refused'],
  ['who balances it', { type: 'LoadBalancer' }, { type: 'LoadBalancer', loadBalancerClass: 'a/b' }, 'refused'],
  [
    'the order of ports',
    {
      ports: [
        { name: 'a', port: 1 },
        { name: 'b', port: 2 },
      ],
    },
    {
      ports: [
        { name: 'b', port: 2 },
        { name: 'a', port: 1 },
      ],
    },
    'none',
  ],
  ['defaults', {}, { type: 'ClusterIP', ...ports({ protocol: 'TCP' }) }, 'none'],
])('a change of a Service: %s', (_, before, after, effect) => {
  expect(effectOf({ before: aService('web', before), after: aService('web', after) }).effects).toEqual([effect]);
});

test.each<[string, JsonObject, JsonObject, readonly string[]]>([
  [
    'its address',
    { clusterIP: '10.0.0.1' },
    {},
    ['spec.clusterIP stays 10.0.0.1: the API server keeps it where the YAML says nothing.'],
  ],
  [
    'that it has none',
    { clusterIP: 'None' },
    {},
    ['spec.clusterIP stays None: the API server keeps it where the YAML says nothing.'],
  ],
  ['a port of the VMs', { type: 'NodePort', ...ports({ nodePort: 31000 }) }, { type: 'NodePort' }, []],
])('taken out of the YAML, %s stays', (_, before, after, notes) => {
  const effect = effectOf({ before: aService('web', before), after: aService('web', after) });

  expect(effect.effects).toEqual(['none']);
  expect(notesOf(effect)).toEqual(notes);
});

test('says what was and what is, and whose Pods it leads to', () => {
  const effect = effectOf({
    before: aService('web', { selector: { app: 'old' } }),
    after: aService('web', { ...ports({ targetPort: 9090 }) }),
    beside: [aServer('web'), aServer('old')],
  });

  expect(notesOf(effect)).toEqual([
    'ports was web 80/TCP → http and is web 80/TCP → 9090 now.',
    'selector was app=old and is app=web now.',
    'It leads to the Pods of web.',
  ]);
  expect(notesOf(effect, 'zh')[1]).toBe('selector 由 app=old 变为 app=web。');
});

test('a Service that comes or goes is traffic', () => {
  const added = effectOf({ after: aService('web'), beside: [aServer('web')] });

  expect(added.effects).toEqual(['traffic']);
  expect(notesOf(added)).toEqual(['It leads to the Pods of web.']);
  expect(effectOf({ before: aService('web') }).effects).toEqual(['traffic']);
});
