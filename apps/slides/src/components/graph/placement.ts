// Where the nodes of a graph stand in relation to each other: on the places that the graph names, else laid out by dagre;
// from left to right, or upright, from top to bottom.

import { Graph as DagreGraph, layout as dagreLayout } from '@dagrejs/dagre';
import type { Graph, GraphNode } from '../../lesson/ledger.ts';
import type { Spot } from './curve.ts';

export interface Placement {
  readonly at: ReadonlyMap<string, Spot>;
  /** Where edges pass that go by other nodes, by their place in `graph.edges`. */
  readonly via: ReadonlyMap<number, readonly Spot[]>;
}

function onPlaces(nodes: readonly GraphNode[], upright: boolean): Placement {
  const spot = ({ place }: GraphNode): Spot => {
    const { column = 0, row = 0 } = (upright && place?.upright) || (place ?? {});
    return upright ? { x: row, y: column } : { x: column, y: row };
  };
  return { at: new Map(nodes.map((node) => [node.name, spot(node)])), via: new Map() };
}

/** What dagre found before, by what it was given. */
const known = new Map<string, Placement>();
const kept = 100;

function byDagre(graph: Graph, widths: ReadonlyMap<string, number>, size: number, upright: boolean): Placement {
  const { nodes, edges } = graph;
  const key = JSON.stringify([
    size,
    upright,
    nodes.map(({ name }) => [name, widths.get(name)]),
    edges.map(({ from, to }) => [from, to]),
  ]);
  const found = known.get(key) ?? runDagre(graph, widths, size, upright);
  if (known.size >= kept) known.clear();
  known.set(key, found);
  return found;
}

function runDagre(
  { nodes, edges }: Graph,
  widths: ReadonlyMap<string, number>,
  size: number,
  upright: boolean,
): Placement {
  const graph = new DagreGraph({ multigraph: true });
  graph.setGraph({ rankdir: upright ? 'TB' : 'LR', nodesep: size, ranksep: size * 2 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { name } of nodes) graph.setNode(name, { width: widths.get(name) ?? size, height: size });
  edges.forEach(({ from, to }, i) => {
    graph.setEdge(from, to, {}, String(i));
  });
  dagreLayout(graph);
  const spot = ({ x, y }: { x?: number; y?: number }): Spot => ({ x: x ?? 0, y: y ?? 0 });
  const at = new Map(nodes.map(({ name }) => [name, spot(graph.node(name))]));
  const along = ({ x, y }: Spot): number => Math.round(upright ? y : x);
  const ranks = [...new Set([...at.values()].map(along))].sort((one, other) => one - other);
  const rankOf = (name: string): number => ranks.indexOf(along(at.get(name) ?? { x: 0, y: 0 }));
  const via = new Map<number, readonly Spot[]>();
  edges.forEach(({ from, to }, i) => {
    if (rankOf(to) - rankOf(from) < 2) return;
    const points = graph.edge(from, to, String(i))?.points ?? [];
    via.set(i, points.slice(1, -1).map(spot));
  });
  return { at, via };
}

/** Whether the graph says itself where its nodes stand. */
export function isPlaced({ nodes }: Graph): boolean {
  return nodes.every(({ place }) => place);
}

export function placementOf(
  graph: Graph,
  widths: ReadonlyMap<string, number>,
  size: number,
  upright: boolean,
): Placement {
  return isPlaced(graph) ? onPlaces(graph.nodes, upright) : byDagre(graph, widths, size, upright);
}
