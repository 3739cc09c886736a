import * as fc from 'fast-check';
import type { JsonObject } from '../manifest';
import { daemonSetSurge, deploymentRolloutBounds } from './rollout-bounds';

const rolling = (rollingUpdate: JsonObject): JsonObject => ({ strategy: { type: 'RollingUpdate', rollingUpdate } });

test.each([
  [1, 1, 0],
  [2, 1, 0],
  [3, 1, 0],
  [4, 1, 1],
  [5, 2, 1],
  [10, 3, 2],
])('by default, a rollout of %d Pods adds %d and takes away %d', (replicas, surge, unavailable) => {
  expect(deploymentRolloutBounds({}, replicas)).toEqual({ surge, unavailable });
});

test.each<[JsonObject, number, number]>([
  [{ maxSurge: 2, maxUnavailable: 1 }, 2, 1],
  [{ maxSurge: 0, maxUnavailable: 0 }, 0, 1],
  [{ maxSurge: '0%', maxUnavailable: '0%' }, 0, 1],
  [{ maxSurge: '10%', maxUnavailable: '19%' }, 1, 0],
  [{ maxSurge: '100%', maxUnavailable: '100%' }, 5, 5],
  [{ maxSurge: 0, maxUnavailable: '10%' }, 0, 1],
  [{ maxSurge: 0 }, 0, 1],
  [{ maxUnavailable: 0 }, 2, 0],
  [{ maxSurge: null }, 2, 1],
  [{ maxSurge: 'x', maxUnavailable: -1 }, 0, 1],
])('with %j, a rollout of 5 Pods adds %d and takes away %d', (rollingUpdate, surge, unavailable) => {
  expect(deploymentRolloutBounds(rolling(rollingUpdate), 5)).toEqual({ surge, unavailable });
});

test('Recreate ends all Pods before it starts one', () => {
  expect(deploymentRolloutBounds({ strategy: { type: 'Recreate' } }, 3)).toEqual({ surge: 0, unavailable: 3 });
});

test.each<[JsonObject, number]>([
  [{}, 0],
  [{ updateStrategy: { rollingUpdate: { maxSurge: 1 } } }, 1],
  [{ updateStrategy: { rollingUpdate: { maxSurge: '30%' } } }, 2],
  [{ updateStrategy: { rollingUpdate: { maxSurge: 9 } } }, 4],
  [{ updateStrategy: { type: 'OnDelete', rollingUpdate: { maxSurge: 1 } } }, 0],
])('a DaemonSet with %j adds %d Pods on four VMs', (spec, surge) => {
  expect(daemonSetSurge(spec, 4)).toBe(surge);
});

test('a rollout can always move, and per cent never round by a whole Pod', () => {
  const percent = fc.nat({ max: 100 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), percent, percent, (replicas, more, less) => {
      const spec = rolling({ maxSurge: `${more}%`, maxUnavailable: `${less}%` });
      const { surge, unavailable } = deploymentRolloutBounds(spec, replicas);

      expect(surge + unavailable).toBeGreaterThan(0);
      expect(surge * 100 - replicas * more).toBeGreaterThanOrEqual(0);
      expect(surge * 100 - replicas * more).toBeLessThan(100);
    }),
  );
});
