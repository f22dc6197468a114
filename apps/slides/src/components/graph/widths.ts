// How wide the nodes of a graph and their words are, roughly: what decides how far apart they stand.

import type { Graph, GraphNode } from '../../lesson/ledger.ts';
import { upstreamWidth } from './marks.ts';

/** How wide the nodes are drawn, and how much room they take with their names: all that their values decide. */
export interface Widths {
  readonly drawn: ReadonlyMap<string, number>;
  /** With the names above them. */
  readonly room: ReadonlyMap<string, number>;
  /** Of names at the right of the nodes, and of gradients at their left. */
  readonly beside: ReadonlyMap<string, number>;
  readonly before: ReadonlyMap<string, number>;
}

/** What is written about the nodes of a graph. */
export interface Writing {
  readonly text: (value: number) => string;
  /** Upstream gradients at the left of computed nodes in an upright graph; none unless given. */
  readonly gradient?: (node: GraphNode) => string;
  /** Name and value stand in two lines in an upright graph. */
  readonly lines?: boolean;
}

/** How wide its text makes a node, roughly: commands of KaTeX count as the letters they print. */
function widthOf({ operation, label, value }: GraphNode, size: number, text: (value: number) => string): number {
  const tex = operation || `${label} = ${text(value)}`;
  const letters = tex
    .replace(/\\(log|exp|max|min|sin|cos|tan)/g, 'abc')
    .replace(/\\(mathrm|hat|,|;|!)/g, '')
    .replace(/\\[a-z]+/g, 'm')
    .replace(/[{}_^\s]/g, '');
  return Math.max(size, letters.length * size * 0.24 + size * (operation ? 0.5 : 0.85));
}

/** How many letters of TeX stand outside of a node, roughly. */
const lettersOf = (tex: string): number => tex.replace(/\\[a-z]+/g, '').replace(/[{}_^\s]/g, '').length;

export function widthsOf({ nodes }: Graph, size: number, { text, gradient, lines }: Writing): Widths {
  const perNode = (width: (node: GraphNode) => number): Map<string, number> =>
    new Map(nodes.map((node) => [node.name, width(node)]));
  const drawn = perNode((node) => widthOf(node, size, text));
  // In steps: a digit more or less, and the graph keeps still.
  const inSteps = (width: number, step: number): number => Math.ceil(width / step) * step;
  const outside = (width: (node: GraphNode) => number): Map<string, number> =>
    perNode((node) => (node.operation ? inSteps(width(node), size / 6) : 0));
  const above = ({ operation, label, value }: GraphNode): number =>
    operation ? lettersOf(`${label}=${text(value)}`) * size * 0.28 + 16 : 0;
  const letters = ({ label, value }: GraphNode): number =>
    lines ? Math.max(lettersOf(label), lettersOf(text(value)) + 2) : lettersOf(`${label}=${text(value)}`);
  return {
    drawn,
    room: perNode((node) => inSteps(Math.max(drawn.get(node.name) ?? 0, above(node)), size / 2)),
    beside: outside((node) => (lines ? letters(node) * size * 0.235 + 10 : (letters(node) + 2) * size * 0.25 + 12)),
    before: outside((node) => (gradient && node !== nodes.at(-1) ? upstreamWidth(gradient(node), true) + 12 : 0)),
  };
}
