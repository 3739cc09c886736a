import * as fc from 'fast-check';
import type { ArchitectureGraph, GraphEdge, GraphNode } from '../report-model';
import { overlap } from './finished-graph';
import type { LaidOutGraph } from './laid-out-graph';
import { layoutGraph } from './layout-graph';

const ROLES: readonly GraphNode['role'][] = ['entry', 'service', 'stream', 'job', 'store', 'outside'];

function aNode(name: string, parts: Partial<GraphNode> = {}): GraphNode {
  return { id: `Deployment/shop/${name}`, label: name, role: 'service', detail: 'web:1', ...parts };
}

function anEdge(from: string, to: string, ...ports: readonly string[]): GraphEdge {
  return { from: `Deployment/shop/${from}`, to: `Deployment/shop/${to}`, ports };
}

function aGraph(nodes: readonly GraphNode[], edges: readonly GraphEdge[] = [], stack = ''): ArchitectureGraph {
  return { stack, nodes, edges };
}

/** Says what stands on something else, or outside the picture. */
function faults({ nodes, labels, groups, width, height }: LaidOutGraph): readonly string[] {
  const boxes = [
    ...nodes.map(({ node, ...box }) => ({ ...box, name: node.id })),
    ...labels.map((label) => ({ ...label, name: `label ${label.text}` })),
  ];
  const overlapping = boxes.flatMap((box, index) =>
    boxes.slice(index + 1).flatMap((other) => (overlap(box, other) ? [`${box.name} on ${other.name}`] : [])),
  );
  const outside = [...boxes, ...groups.map((group) => ({ ...group, name: group.title }))].filter(
    (box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height,
  );
  return [...overlapping, ...outside.map(({ name }) => `${name} outside`)];
}

const graphs = fc.nat(14).chain((count) => {
  const node = fc.record({ role: fc.constantFrom(...ROLES), label: fc.string({ maxLength: 40 }), detail: fc.string() });
  const port = fc.array(fc.constantFrom('80/TCP', '443/TCP', '53/UDP', '9092/TCP', '1/TCP'), { maxLength: 5 });
  const edge = fc.record({ from: fc.nat(count), to: fc.nat(count), ports: port });
  return fc
    .tuple(
      fc.array(node, { minLength: count + 1, maxLength: count + 1 }),
      fc.uniqueArray(edge, { maxLength: 30, selector: ({ from, to }) => `${from} ${to}` }),
    )
    .map(([nodes, edges]) =>
      aGraph(
        nodes.map((one, index) => ({ ...one, id: `n${index}` })),
        edges.map(({ from, to, ports }) => ({ from: `n${from}`, to: `n${to}`, ports: [...new Set(ports)] })),
        'shop',
      ),
    );
});

test('whatever the graph, nothing stands on anything else, and everything is there', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async (graph) => {
      const laidOut = await layoutGraph(graph);

      expect(faults(laidOut)).toEqual([]);
      expect(laidOut.nodes.map(({ node }) => node.id).sort()).toEqual(graph.nodes.map(({ id }) => id).sort());
      const ends = ({ from, to }: GraphEdge) => `${from} ${to}`;
      expect(laidOut.edges.map(({ edge }) => ends(edge)).sort()).toEqual(graph.edges.map(ends).sort());
      expect(laidOut.edges.filter(({ points }) => points.length < 2)).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('the same graph is laid out the same again', async () => {
  const nodes = ['a', 'b', 'c', 'd'].map((name) => aNode(name));
  const graph = aGraph(nodes, [anEdge('a', 'b', '80/TCP'), anEdge('c', 'b', '80/TCP'), anEdge('b', 'd', '1/TCP')]);

  expect(await layoutGraph(graph)).toEqual(await layoutGraph(structuredClone(graph)));
});

test('edges that ask a node for the same ports share a label', async () => {
  const nodes = ['a', 'b', 'db'].map((name) => aNode(name));
  const { labels } = await layoutGraph(
    aGraph(nodes, [anEdge('a', 'db', '5432/TCP'), anEdge('b', 'db', '5432/TCP'), anEdge('a', 'b', '80/TCP')]),
  );

  expect(labels.map(({ text }) => text).sort()).toEqual(['5432/TCP', '80/TCP']);
});

test('who asks back is one line with an arrow at both ends', async () => {
  const nodes = [aNode('driver'), aNode('hadoop', { role: 'outside' })];
  const { labels, edges } = await layoutGraph(
    aGraph(nodes, [anEdge('hadoop', 'driver', '7078/TCP'), anEdge('driver', 'hadoop', '88/UDP', '8020/TCP')]),
  );

  expect(labels.map(({ text }) => text)).toEqual(['→ 88/UDP; → 8020/TCP; ← 7078/TCP']);
  expect(edges.map(({ edge, isReturn }) => [edge.ports, isReturn])).toEqual([
    [['88/UDP', '8020/TCP'], false],
    [['7078/TCP'], true],
  ]);
  expect(edges[0]?.points).toEqual(edges[1]?.points.toReversed());
});

test('nodes that talk to the same others share a frame, and each keeps its edges', async () => {
  const jobs = ['job-a', 'job-b', 'job-c'];
  const { groups, edges, nodes } = await layoutGraph(
    aGraph(
      [...jobs.map((name) => aNode(name)), aNode('job-d'), aNode('db')],
      [...jobs, 'job-d'].map((name) => anEdge(name, 'db', name === 'job-d' ? '1/TCP' : '5432/TCP')),
    ),
  );

  const frame = groups.find(({ kind }) => kind === 'alike');
  const within = nodes.filter((node) => frame !== undefined && overlap(node, frame));
  expect(frame?.title).toBe('job-* × 3');
  expect(within.map(({ node }) => node.label)).toEqual(jobs);
  expect(edges.map(({ edge }) => edge.from).sort()).toEqual([...jobs, 'job-d'].map((name) => aNode(name).id));
});

test('workloads are labelled without the name of their stack, which the frame has', async () => {
  const { nodes, groups } = await layoutGraph(aGraph([aNode('shop-web'), aNode('shop-db')], [], 'shop'));

  expect(nodes.map(({ node }) => node.label)).toEqual(['web', 'db']);
  expect(groups.map(({ title }) => title)).toEqual(['shop-…']);
});

test('outside systems stand left and right of the frame', async () => {
  const nodes = [aNode('browser', { role: 'outside' }), aNode('web'), aNode('kafka', { role: 'outside' })];
  const laidOut = await layoutGraph(aGraph(nodes, [anEdge('browser', 'web'), anEdge('web', 'kafka')], 'shop'));

  const [browser, web, kafka] = ['browser', 'web', 'kafka'].map((name) =>
    laidOut.nodes.find(({ node }) => node.label === name),
  );
  const [frame] = laidOut.groups;
  expect(browser!.x + browser!.width).toBeLessThan(frame!.x);
  expect(overlap(web!, frame!)).toBe(true);
  expect(kafka!.x).toBeGreaterThan(frame!.x + frame!.width);
});

test.each<[string, ArchitectureGraph]>([
  ['nothing', aGraph([])],
  ['one node', aGraph([aNode('a')])],
  ['a node that talks to itself', aGraph([aNode('a')], [anEdge('a', 'a', '1/TCP')])],
  ['a cycle', aGraph([aNode('a'), aNode('b')], [anEdge('a', 'b'), anEdge('b', 'a')])],
  ['nodes of one label', aGraph([aNode('a', { label: 'x' }), aNode('b', { label: 'x' })], [anEdge('a', 'b', '1/TCP')])],
  ['an edge to nobody', aGraph([aNode('a')], [anEdge('a', 'gone')])],
])('%s is a picture', async (_, graph) => {
  const laidOut = await layoutGraph(graph);

  expect(faults(laidOut)).toEqual([]);
  expect(laidOut.nodes).toHaveLength(graph.nodes.length);
});

test('a graph that is too large for its connections is a grid with straight lines', async () => {
  const names = Array.from({ length: 1500 }, (_, index) => `n${index}`);
  const edges = names.flatMap((name, index) =>
    [1, 2, 3].map((step) => anEdge(name, `n${(index * step + step) % 1500}`, `${1 + (index % 7)}/TCP`)),
  );
  const laidOut = await layoutGraph(
    aGraph(
      names.map((name) => aNode(name)),
      edges,
    ),
  );

  expect(laidOut.labels).toEqual([]);
  expect(laidOut.nodes).toHaveLength(1500);
  expect(laidOut.edges).toHaveLength(edges.length);
});
