import { isAlias, isMap, isSeq } from 'yaml';
import type { Alias, ParsedNode } from 'yaml';

/**
 * Returns the node that each alias stands for: the last one before it that has its anchor, since an anchor may be set
 * again. An alias without one is left out.
 */
export function aliasTargets(tree: ParsedNode): ReadonlyMap<Alias, ParsedNode> {
  const anchors = new Map<string, ParsedNode>();
  const targets = new Map<Alias, ParsedNode>();
  visit(tree, (node) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) targets.set(node, target);
    } else if (node.anchor !== undefined) {
      anchors.set(node.anchor, node);
    }
  });
  return targets;
}

/** Visits the nodes of a tree in the order written. */
function visit(node: ParsedNode | null, onNode: (node: ParsedNode) => void): void {
  if (node === null) return;
  onNode(node);
  if (isSeq(node)) {
    for (const item of node.items) visit(item, onNode);
  } else if (isMap(node)) {
    for (const { key, value } of node.items) {
      visit(key, onNode);
      visit(value, onNode);
    }
  }
}
