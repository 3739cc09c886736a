import type { Language } from '../../../text';
import type { ArchitectureGraph, GraphNode } from '../report-model';
import { mermaidText } from './markdown-text';

/** What stands around a label: stores are drums, what calls from outside is round, jobs have double walls. */
const SHAPES: Readonly<Record<GraphNode['role'], readonly [string, string]>> = {
  entry: ['(["', '"])'],
  service: ['["', '"]'],
  stream: ['[/"', '"/]'],
  job: ['[["', '"]]'],
  store: ['[("', '")]'],
  outside: ['{{"', '"}}'],
};

/**
 * Returns a graph for Mermaid, from left to right.
 *
 * Nodes are numbered and not named by their ids, which could be words of Mermaid's own.
 *
 * @see https://mermaid.js.org/syntax/flowchart.html
 */
export function mermaidGraph({ nodes, edges }: ArchitectureGraph, language: Language): string {
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const boxes = nodes.map(({ label, words, detail, role }, index) => {
    const [open, close] = SHAPES[role];
    const lines = [words?.[language] ?? label, detail].filter((line) => line !== '').map(mermaidText);
    return `  n${index}${open}${lines.join('<br>')}${close}`;
  });
  const arrows = edges.flatMap(({ from, to, ports }) => {
    const [start, end] = [names.get(from), names.get(to)];
    if (start === undefined || end === undefined) return [];
    return [`  ${start} -->${ports.length === 0 ? '' : `|"${mermaidText(ports.join(', '))}"|`} ${end}`];
  });
  return ['```mermaid', 'flowchart LR', ...boxes, ...arrows, '```'].join('\n');
}
