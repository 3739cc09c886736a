import { allowsOvercommit, hugePageSize, isContainerResource, isExtendedResource, isHugePages } from './resource-names';

test.each(['cpu', 'memory', 'ephemeral-storage', 'hugepages-2Mi', 'nvidia.com/gpu', 'x.kubernetes.io/y'])(
  'a container may have %s',
  (name) => {
    expect(isContainerResource(name)).toBe(true);
  },
);

test.each(['', 'gpu', 'storage', 'pods', 'a b', 'requests.nvidia.com/gpu', '/x', 'a/b/c'])(
  'a container may not have %j',
  (name) => {
    expect(isContainerResource(name)).toBe(false);
  },
);

test('what cannot be shared out twice is told', () => {
  expect(['cpu', 'memory', 'x.kubernetes.io/y'].every(allowsOvercommit)).toBe(true);
  expect(['hugepages-2Mi', 'nvidia.com/gpu'].some(allowsOvercommit)).toBe(false);
  expect([isExtendedResource('nvidia.com/gpu'), isExtendedResource('cpu')]).toEqual([true, false]);
  expect([isHugePages('hugepages-1Gi'), hugePageSize('hugepages-1Gi')]).toEqual([true, '1Gi']);
});
