import { limitRangeBreaches } from './limit-range-breaches';

test('several breaches in brackets are read one by one', () => {
  const message =
    'pods "a" is forbidden: [minimum memory usage per Container is 64Mi, but request is 32Mi, maximum cpu usage per Container is 500m, but limit is 3, cpu max limit to request ratio per Container is 2, but provided ratio is 30.000000]';

  expect(limitRangeBreaches(message).map(({ en }) => en)).toEqual([
    'memory requests per Container: 32Mi, at least 64Mi',
    'cpu limits per Container: 3, at most 500m',
    'cpu limit per Container: 30 times the request, at most 2 times',
  ]);
});

test.each([
  [
    'maximum cpu usage per Pod is 1.  No limit is specified',
    'cpu limits per Pod: none, at most 1',
    '每个 Pod 的 cpu limits：没有写，至多 1',
  ],
  [
    'minimum cpu usage per Container is 100m.  No request is specified',
    'cpu requests per Container: none, at least 100m',
    '每个 Container 的 cpu requests：没有写，至少 100m',
  ],
  [
    'cpu max limit to request ratio per Container is 2, but no request is specified or request is 0',
    'cpu limit per Container: without a request, at most 2 times',
    '每个 Container 的 cpu limit：没有 request，至多 2 倍',
  ],
  [
    'maximum storage usage per PersistentVolumeClaim is 1Gi, but request is 10Gi',
    'storage requests per PersistentVolumeClaim: 10Gi, at most 1Gi',
    '每个 PersistentVolumeClaim 的 storage requests：10Gi，至多 1Gi',
  ],
  [
    'Pod "a" is invalid: spec.containers[0].resources.requests: Invalid value: "500m": must be less than or equal to cpu limit of 200m',
    'cpu request 500m above the limit 200m that the LimitRange gives a container without one',
    'cpu request 500m 大于 LimitRange 给未写 limit 的容器补上的默认值 200m',
  ],
])('%s', (message, en, zh) => {
  expect(limitRangeBreaches(message)).toMatchObject([{ en, zh }]);
});

test('a long message of the same words again and again is read in time', () => {
  expect(limitRangeBreaches('maximum cpu usage per '.repeat(20_000))).toEqual([]);
});
