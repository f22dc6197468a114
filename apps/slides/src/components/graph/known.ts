// How far the two passes have come: which values, gradients and rows of the ledger are seen at a moment of the clock.

import { computedNodes, type Graph, type GraphEdge } from '../../lesson/ledger.ts';

export interface Clock {
  /** Computed nodes whose value is seen. */
  readonly forward: number;
  /** Rows of the ledger that are seen. */
  readonly backward: number;
  /** Of the row after those: 1 shows its upstream gradient, 2 its local one too. */
  readonly opened: number;
}

export interface Known {
  readonly value: (name: string) => boolean;
  /** The terms of a node's gradient that have arrived, one for each use; `whole` once all have. */
  readonly gradient: (name: string) => { readonly terms: readonly (number | undefined)[]; readonly whole: boolean };
  readonly local: (edge: number) => boolean;
  readonly downstream: (edge: number) => boolean;
  /** The row that is being read, if any. */
  readonly row: number | undefined;
  /** The node at work. */
  readonly node: string | undefined;
}

export function known(graph: Graph, { forward, backward, opened }: Clock): Known {
  const computed = computedNodes(graph);
  const waiting = new Set(computed.slice(forward).map(({ name }) => name));
  const result = graph.nodes.at(-1)?.name;
  const uses = (name: string): [GraphEdge, number][] =>
    graph.edges.flatMap((edge, i): [GraphEdge, number][] => (edge.from === name ? [[edge, i]] : []));
  const row = opened > 0 ? backward : backward > 0 ? backward - 1 : undefined;
  const begun = opened > 0 || backward > 0;
  return {
    value: (name) => !waiting.has(name),
    gradient: (name) => {
      const sent = uses(name).map(([edge, i]) => (i < backward ? edge.downstream : undefined));
      if (name === result && !sent.length)
        return { terms: begun ? [graph.nodes.at(-1)?.gradient] : [undefined], whole: begun };
      return { terms: sent, whole: sent.every((term) => term !== undefined) && begun };
    },
    local: (edge) => edge < backward || (edge === backward && opened > 1),
    downstream: (edge) => edge < backward,
    row: row !== undefined && row < graph.edges.length ? row : undefined,
    node: row !== undefined ? graph.edges[row]?.to : forward > 0 ? computed[forward - 1]?.name : undefined,
  };
}
