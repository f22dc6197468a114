// A computation graph out of the engine's own ledger: values, gradients, and for every use of a value the row
// upstream × local = downstream of the backward pass. Nothing here computes a derivative.

import type { Engine, LedgerRow, Operand } from '../store/engine.ts';
import { operationTex } from './operations.ts';
import { single } from './read.ts';

export interface GraphNode {
  readonly name: string;
  /** The name in KaTeX's notation. */
  readonly label: string;
  /** What the node does, in KaTeX's notation; empty for an input. */
  readonly operation: string;
  readonly value: number;
  /** Derivative of the result by this node: what all its uses send back, added up. */
  readonly gradient: number;
  /** Where it is drawn, in columns and rows; without it the layout is found by dagre. */
  readonly place?: Place;
}

export interface Place {
  readonly column: number;
  readonly row: number;
  /** Where it stands in a graph from top to bottom; there rows are columns, else. */
  readonly upright?: { readonly column: number; readonly row: number };
  /** Where its name stands: it begins above the node and grows to the right, or below. Above the node's middle otherwise. */
  readonly name?: 'right' | 'below';
  /** Where its note begins: below the node's middle, to the right; centred below it otherwise. */
  readonly note?: 'right';
  /** Where the gradient of an input of a large graph stands; at its right otherwise. */
  readonly gradient?: 'above';
}

/** One use of a value: a row of the ledger. */
export interface GraphEdge {
  /** The operand. */
  readonly from: string;
  /** The node that uses it. */
  readonly to: string;
  /** Which operand of that node it is. */
  readonly position: number;
  readonly upstream: number;
  readonly local: number;
  readonly downstream: number;
}

export interface Graph {
  /** Inputs first, then in an order in which they can be computed. */
  readonly nodes: readonly GraphNode[];
  /** In the order in which the backward pass visits them. */
  readonly edges: readonly GraphEdge[];
}

export type Inputs = Readonly<Record<string, number>>;
export type Variables = Readonly<Record<string, Operand>>;

/** How the nodes of a graph are written and where they stand, by their names. */
export interface Drawing {
  readonly labels?: Readonly<Record<string, string>>;
  readonly operations?: Readonly<Record<string, string>>;
  readonly places?: Readonly<Record<string, Place>>;
}

function edgeOf({ node, input, upstream, local, downstream }: LedgerRow): GraphEdge {
  return {
    from: input.name,
    to: node.name,
    position: input.position,
    upstream: single(upstream),
    local: single(local),
    downstream: single(downstream),
  };
}

/** Runs `backprop` and gives its ledger as a graph. The nodes have the names that `f` gives them with `named`. */
export function ledgerGraph(
  { backprop }: Engine,
  f: (variables: Variables) => Operand,
  inputs: Inputs,
  { labels = {}, operations = {}, places }: Drawing = {},
): Graph {
  const { value, gradient, rows } = backprop(f as (variables: Record<string, Operand>) => Operand)({ ...inputs });
  const given = Object.entries(inputs).map(([name, at]) => ({ name, value: at, gradient: single(gradient[name]) }));
  const computed = new Map<string, { name: string; primitive: string; value: number; gradient: number }>();
  for (const { node, upstream } of rows) {
    if (!computed.has(node.name))
      computed.set(node.name, { ...node, value: single(node.value), gradient: single(upstream) });
  }
  const write = (name: string, operation: string, at: number, slope: number): GraphNode => ({
    name,
    label: labels[name] ?? name,
    operation,
    value: at,
    gradient: slope,
    ...(places?.[name] ? { place: places[name] } : {}),
  });
  const nodes = [
    ...given.map((input) => write(input.name, '', input.value, input.gradient)),
    ...[...computed.values()]
      .reverse()
      .map((node) =>
        write(node.name, operations[node.name] ?? operationTex(node.primitive), node.value, node.gradient),
      ),
  ];
  if (!nodes.length) nodes.push(write('L', '', value, 1));
  if (places) nodes.sort((one, other) => rank(one) - rank(other));
  return { nodes, edges: rows.map(edgeOf) };
}

/** Column by column, each from the top: with places, that too is an order in which they can be computed. */
function rank({ operation, place }: GraphNode): number {
  return operation && place ? 1 + place.column * 100 + place.row : 0;
}

/** How many nodes are no inputs: what a forward pass computes. */
export function computedNodes({ nodes }: Graph): readonly GraphNode[] {
  return nodes.filter(({ operation }) => operation !== '');
}
