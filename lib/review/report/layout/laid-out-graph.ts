import type { GraphEdge, GraphNode } from '../report-model';

/** A place in a picture, in pixels from the top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle in a picture. */
export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** A node with its place. */
export interface LaidOutNode extends Box {
  readonly node: GraphNode;
}

/** An edge with its way. */
export interface LaidOutEdge {
  readonly edge: GraphEdge;
  /** From the border of the one, or of the frame that it is in, to that of the other, with the bends between. */
  readonly points: readonly Point[];
  /** Whether it goes the same way as the edge back, which is drawn as the arrow at the other end. */
  readonly isReturn: boolean;
  /** The same for edges that come together. */
  readonly way: string;
}

/** The ports of edges that come together here on their way to one node. */
export interface LaidOutLabel extends Box {
  /** What fits into the box. */
  readonly lines: readonly string[];
  /** All of it. */
  readonly text: string;
}

/** A frame around nodes that belong together. */
export interface LaidOutGroup extends Box {
  readonly id: string;
  readonly title: string;
  /** The stack that the picture is of, or nodes that have the same connections, which are drawn once. */
  readonly kind: 'stack' | 'alike';
}

/** A graph with a place for everything; no nodes or labels overlap. */
export interface LaidOutGraph {
  readonly stack: string;
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly LaidOutNode[];
  readonly edges: readonly LaidOutEdge[];
  readonly labels: readonly LaidOutLabel[];
  /** Frames, the outer ones first. */
  readonly groups: readonly LaidOutGroup[];
}

/** The middle of a picture, before a frame is drawn around it. */
export type Core = Pick<LaidOutGraph, 'nodes' | 'edges' | 'labels' | 'groups'>;
