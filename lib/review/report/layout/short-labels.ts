import type { ArchitectureGraph } from '../report-model';

/** A graph as it is drawn: names without what all of them begin with, which the title of the frame says. */
export interface ShortGraph {
  readonly graph: ArchitectureGraph;
  readonly title: string;
}

/**
 * Returns a graph whose workloads are labelled without the name of their stack where each begins with it, since the
 * frame around them says so: `mongo` in the frame `anomaly-…`.
 */
export function withShortLabels(graph: ArchitectureGraph): ShortGraph {
  const { stack, nodes } = graph;
  const prefix = `${stack}-`;
  const own = nodes.filter(({ role, foreignStack }) => role !== 'outside' && foreignStack === undefined);
  const isCommon = own.every(({ label }) => label.startsWith(prefix) && label.length > prefix.length);
  if (stack === '' || own.length === 0 || !isCommon) return { graph, title: stack };
  const mine = new Set(own);
  const shortened = nodes.map((node) => (mine.has(node) ? { ...node, label: node.label.slice(prefix.length) } : node));
  return { graph: { ...graph, nodes: shortened }, title: `${prefix}…` };
}
