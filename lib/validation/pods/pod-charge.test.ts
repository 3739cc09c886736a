import * as fc from 'fast-check';
import type { JsonObject } from '../manifest';
import { aContainer, aSizedContainer } from '../testing/manifest-builders';
import { podCharge } from './pod-charge';

const MI = 2 ** 20;

function sized(millis: readonly number[]): JsonObject[] {
  return millis.map((amount) => aSizedContainer('c', `${amount}m/`, ''));
}

test('the containers of a Pod are charged together', () => {
  const containers = [
    aSizedContainer('web', '600m/1792Mi', '2/2560Mi'),
    aSizedContainer('log', '50m/64Mi', '0.1/128Mi'),
  ];

  expect(podCharge({ containers })).toEqual({
    requests: { cpuMillis: 650, memoryBytes: 1856 * MI },
    limits: { cpuMillis: 2100, memoryBytes: 2688 * MI },
  });
});

test('a container with limits only is charged these as its requests', () => {
  expect(podCharge({ containers: [aSizedContainer('web', '', '300m/512Mi')] }).requests).toEqual({
    cpuMillis: 300,
    memoryBytes: 512 * MI,
  });
});

test('the largest init container counts, for each resource, only where it is more than the containers together', () => {
  const containers = [
    aSizedContainer('web', '100m/100Mi', '200m/200Mi'),
    aSizedContainer('log', '100m/100Mi', '1/1Gi'),
  ];
  const initContainers = [
    aSizedContainer('load', '150m/500Mi', '1/1Gi'),
    aSizedContainer('prepare', '300m/50Mi', '2/1Gi'),
  ];

  expect(podCharge({ containers, initContainers })).toEqual({
    requests: { cpuMillis: 300, memoryBytes: 500 * MI },
    limits: { cpuMillis: 2000, memoryBytes: 1224 * MI },
  });
});

test('the overhead is added to the requests, and to a limit only where there is one', () => {
  const overhead = { cpu: '250m', memory: '120Mi' };

  expect(podCharge({ containers: [aSizedContainer('web', '100m/128Mi', '/256Mi')], overhead })).toEqual({
    requests: { cpuMillis: 350, memoryBytes: 248 * MI },
    limits: { cpuMillis: 0, memoryBytes: 376 * MI },
  });
});

test('each quantity is rounded up before the sum', () => {
  const containers = [aSizedContainer('a', '0.1m/100m', '1/1Gi'), aSizedContainer('b', '0.1m/100m', '1/1Gi')];

  expect(podCharge({ containers }).requests).toEqual({ cpuMillis: 2, memoryBytes: 2 });
});

test('what is missing, cannot be read, or is negative counts nothing', () => {
  const containers = [
    aContainer({ resources: undefined }),
    aSizedContainer('odd', 'much/256MB', 'x/y'),
    aSizedContainer('negative', '-1/-1Gi', '-1/-1Gi'),
  ];

  const nothing = { cpuMillis: 0, memoryBytes: 0 };
  expect(podCharge({ containers })).toEqual({ requests: nothing, limits: nothing });
});

test('a Pod is charged its containers together or its largest init container, whichever is more', () => {
  const millis = fc.array(fc.nat({ max: 100_000 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(millis, millis, (running, init) => {
      const { cpuMillis } = podCharge({ containers: sized(running), initContainers: sized(init) }).requests;
      const sum = running.reduce((total, amount) => total + amount, 0);

      expect(cpuMillis).toBe(Math.max(sum, ...init));
    }),
  );
});

test('no malformed Pod makes the charge throw', () => {
  const json = fc.jsonValue();
  fc.assert(
    fc.property(json, json, json, (containers, initContainers, overhead) => {
      expect(podCharge({ containers, initContainers, overhead }).requests.cpuMillis).toBeGreaterThanOrEqual(0);
    }),
  );
});
