import { HOSTILE } from '../page/testing-report';
import { mermaidGraph } from './mermaid-graph';

test('nodes have the shape of their role, and edges their ports', () => {
  const graph = {
    stack: 'focus',
    nodes: [
      { id: 'browsers', label: 'browsers', role: 'outside', detail: '', words: { en: 'Browsers', zh: '浏览器' } },
      { id: 'Deployment/a/web', label: 'focus-web', role: 'service', detail: 'focus-web:1.0.0' },
      { id: 'Deployment/a/mysql', label: 'focus-mysql', role: 'store', detail: 'mysql:8.0.46' },
    ],
    edges: [
      { from: 'browsers', to: 'Deployment/a/web', ports: [] },
      { from: 'Deployment/a/web', to: 'Deployment/a/mysql', ports: ['3306/TCP', '33060/TCP'] },
      { from: 'Deployment/a/web', to: 'gone', ports: [] },
    ],
  } as const;

  expect(mermaidGraph(graph, 'zh')).toBe(
    [
      '```mermaid',
      'flowchart LR',
      '  n0{{"浏览器"}}',
      '  n1["focus-web<br>focus-web:1.0.0"]',
      '  n2[("focus-mysql<br>mysql:8.0.46")]',
      '  n0 --> n1',
      '  n1 -->|"3306/TCP, 33060/TCP"| n2',
      '```',
    ].join('\n'),
  );
});

test('a hostile name stays one label of one line', () => {
  const node = { id: 'a', label: HOSTILE, role: 'job', detail: '```\nevil' } as const;
  const lines = mermaidGraph(
    { stack: '', nodes: [node], edges: [{ from: 'a', to: 'a', ports: [HOSTILE] }] },
    'en',
  ).split('\n');

  expect(lines).toHaveLength(5);
  expect(lines[2]).toMatch(/^ {2}n0\[\["[^"]*<br>#96;#96;#96; evil"\]\]$/);
  expect(lines[3]).toMatch(/^ {2}n0 -->\|"[^"|]*"\| n0$/);
});
