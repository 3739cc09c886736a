import type { ArchitectureGraph } from '../report-model';
import { connectionsByWorkload, namedConnections } from './connections';

const node = (id: string, label: string) => ({ id, label, role: 'service', detail: '' }) as const;

const graph: ArchitectureGraph = {
  stack: 'anomaly',
  nodes: [
    node('a', 'query-api'),
    node('b', 'mongo'),
    { ...node('c', 'browsers'), words: { en: 'Browsers', zh: '浏览器' } },
  ],
  edges: [
    { from: 'a', to: 'b', ports: ['27017/TCP'] },
    { from: 'c', to: 'a', ports: [] },
  ],
};

test('connections are sorted by the names of both ends', () => {
  expect(namedConnections(graph).map(({ from, to, ports }) => [from.label, to.label, ports])).toEqual([
    ['browsers', 'query-api', []],
    ['query-api', 'mongo', ['27017/TCP']],
  ]);
});

test('each end knows the other, with words where it has no name', () => {
  const connections = connectionsByWorkload([graph]);

  expect(connections.get('a')).toEqual({
    uses: [{ id: 'b', label: 'mongo', ports: ['27017/TCP'] }],
    usedBy: [{ id: 'c', label: 'browsers', words: { en: 'Browsers', zh: '浏览器' }, ports: [] }],
  });
  expect(connections.get('b')?.uses).toEqual([]);
});

test('a connection that two pictures show is told once', () => {
  expect(connectionsByWorkload([graph, { ...graph, stack: 'focus' }]).get('b')?.usedBy).toHaveLength(1);
});

test('an edge to a node that is not there is called by its id', () => {
  const lost = { ...graph, edges: [{ from: 'a', to: 'nowhere', ports: [] }] };

  expect(connectionsByWorkload([lost]).get('a')?.uses).toEqual([{ id: 'nowhere', label: 'nowhere', ports: [] }]);
});
