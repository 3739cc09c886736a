import { podField, resourceReferenceProblems } from './downward-reference';
import { Field } from '../fields/field';
import type { Json } from '../manifest';

const AMOUNTS =
  'limits.cpu, limits.memory, limits.ephemeral-storage, requests.cpu, requests.memory or requests.ephemeral-storage';

test.each<[Json, string | undefined]>([
  ['metadata.name', undefined],
  ["metadata.labels['app']", undefined],
  ["metadata.annotations['A.b/c']", undefined],
  [7, undefined],
  ['spec.host', `is "spec.host"; metadata.name, metadata.labels['<key>'] or metadata.annotations['<key>'] is expected`],
  [
    "metadata.labels['a b']",
    `is "metadata.labels['a b']"; metadata.name, metadata.labels['<key>'] or metadata.annotations['<key>'] is expected`,
  ],
])('a field of a Pod, %j', (value, message) => {
  expect(podField(['metadata.name'])(new Field('a', value))).toBe(message);
});

test.each<[Json, readonly string[]]>([
  [{ resource: 'limits.cpu' }, []],
  [{ resource: 'limits.cpu', divisor: '1m' }, []],
  [{ resource: 'limits.cpu', divisor: '0' }, []],
  [{ resource: 'requests.memory', divisor: '1Mi' }, []],
  [{ resource: 'limits.hugepages-2Mi', divisor: '1Ki' }, []],
  [{ resource: 'limits.gpu' }, [`is "limits.gpu"; ${AMOUNTS} is expected`]],
  [{ resource: 'limits.cpu', divisor: '1k' }, ['is 1k; 1 or 1m is expected']],
  [
    { resource: 'limits.memory', divisor: '1m' },
    ['is 1m; 1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi or 1Ei is expected'],
  ],
])('an amount of a container, %j', (value, messages) => {
  expect(resourceReferenceProblems(new Field('a', value)).map(({ message }) => message)).toEqual(messages);
});
