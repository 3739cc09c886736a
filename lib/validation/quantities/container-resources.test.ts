import { containerResource } from './container-resources';
import { countedResources } from './counted-resources';
import { aContainer, aSizedContainer } from '../testing/manifest-builders';

const [cpu, memory] = countedResources;

test('a request and a limit are returned as written', () => {
  const container = aSizedContainer('web', '100m/', '200m/256Mi');

  expect(containerResource(container, cpu)).toEqual({ request: '100m', limit: '200m' });
});

test('a missing request is the limit, and a missing limit stays missing', () => {
  expect(containerResource(aSizedContainer('web', '', '/256Mi'), memory)).toEqual({ request: '256Mi', limit: '256Mi' });
  expect(containerResource(aSizedContainer('web', '100m/', ''), cpu)).toEqual({ request: '100m', limit: undefined });
});

test('an explicit 0 is a request, and null is none', () => {
  const zero = aContainer({ resources: { requests: { cpu: 0 }, limits: { cpu: '1' } } });
  const none = aContainer({ resources: { requests: { cpu: null }, limits: { cpu: '1' } } });

  expect(containerResource(zero, cpu).request).toBe(0);
  expect(containerResource(none, cpu).request).toBe('1');
});

test.each([undefined, null, 'x', [], { requests: 5, limits: [] }])('resources of %j say nothing', (resources) => {
  expect(containerResource({ resources }, cpu)).toEqual({ request: undefined, limit: undefined });
});
