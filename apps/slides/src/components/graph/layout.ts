// Where the nodes of a graph stand and how its edges run: on the places the graph names, else laid out by dagre.

import { Graph as DagreGraph, layout as dagreLayout } from '@dagrejs/dagre';
import type { Graph, GraphNode } from '../../lesson/ledger.ts';
import { between, bow, type Curve, lengthOf, type Shape, type Spot, straight, through } from './curve.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
  /** Height of a node. */
  readonly size: number;
}

export interface DrawnEdge {
  readonly curve: Curve;
  readonly length: number;
  readonly straight: boolean;
  /** Another edge arrives close beside it: its local gradient stands further off. */
  readonly crowded: boolean;
  /** It runs level to a node that slanted edges reach too, across one of them perhaps: its number stands near its frame. */
  readonly met: boolean;
  /** On which side its number stands: 1 above, −1 below. Numbers stand outside of a fan. */
  readonly side: 1 | -1;
}

export interface Layout {
  readonly nodes: ReadonlyMap<string, Shape>;
  readonly edges: readonly DrawnEdge[];
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

/** How wide name and value above a node are, roughly. */
function nameWidth({ operation, label, value }: GraphNode, size: number, text: (value: number) => string): number {
  const letters = `${label}=${text(value)}`.replace(/\\[a-z]+/g, '').replace(/[{}_^\s]/g, '').length;
  return operation ? letters * size * 0.28 + 16 : 0;
}

interface Found {
  readonly at: ReadonlyMap<string, Spot>;
  readonly via: ReadonlyMap<number, readonly Spot[]>;
}

/** Columns and rows spread over the box; room above for names, below for gradients. */
function onPlaces(nodes: readonly GraphNode[]): Found {
  const at = new Map(nodes.map(({ name, place }) => [name, { x: place?.column ?? 0, y: place?.row ?? 0 }]));
  return { at, via: new Map() };
}

/** What dagre found before, by what it was given. */
const known = new Map<string, Found>();
const kept = 100;

function byDagre(graph: Graph, widths: ReadonlyMap<string, number>, size: number): Found {
  const { nodes, edges } = graph;
  const key = JSON.stringify([
    size,
    nodes.map(({ name }) => [name, widths.get(name)]),
    edges.map(({ from, to }) => [from, to]),
  ]);
  const found = known.get(key) ?? runDagre(graph, widths, size);
  if (known.size >= kept) known.clear();
  known.set(key, found);
  return found;
}

function runDagre({ nodes, edges }: Graph, widths: ReadonlyMap<string, number>, size: number): Found {
  const graph = new DagreGraph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: size, ranksep: size * 2 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { name } of nodes) graph.setNode(name, { width: widths.get(name) ?? size, height: size });
  edges.forEach(({ from, to }, i) => {
    graph.setEdge(from, to, {}, String(i));
  });
  dagreLayout(graph);
  const spot = ({ x, y }: { x?: number; y?: number }): Spot => ({ x: x ?? 0, y: y ?? 0 });
  const at = new Map(nodes.map(({ name }) => [name, spot(graph.node(name))]));
  const columns = [...new Set([...at.values()].map(({ x }) => Math.round(x)))].sort((one, other) => one - other);
  const columnOf = (name: string): number => columns.indexOf(Math.round(at.get(name)?.x ?? 0));
  const via = new Map<number, readonly Spot[]>();
  edges.forEach(({ from, to }, i) => {
    if (columnOf(to) - columnOf(from) < 2) return;
    const points = graph.edge(from, to, String(i))?.points ?? [];
    via.set(i, points.slice(1, -1).map(spot));
  });
  return { at, via };
}

/** Stretches what was found over the box, evenly in each direction. */
function fit(
  { at, via }: Found,
  { width, height, size }: Box,
  widths: ReadonlyMap<string, number>,
  fixed: boolean,
): Found {
  const spots = [...at.values()];
  const span = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const [left, right] = span(spots.map(({ x }) => x));
  const [top, bottom] = span(spots.map(({ y }) => y));
  const edge = (x: number): number =>
    Math.max(...[...at].filter(([, spot]) => spot.x === x).map(([name]) => widths.get(name) ?? size)) / 2;
  const [from, to] = [edge(left) + 6, width - edge(right) - 6];
  // Names above the highest row, gradients below the lowest.
  const [high, low] = [size, height - size * 1.1];
  const stretch = fixed ? Number.POSITIVE_INFINITY : 1.6;
  const sx = right > left ? (to - from) / (right - left) : 0;
  const sy = bottom > top ? Math.min(stretch, (low - high) / (bottom - top)) : 0;
  const middle = (high + low) / 2;
  const place = ({ x, y }: Spot): Spot => ({
    x: sx ? from + (x - left) * sx : width / 2,
    y: middle + (y - (top + bottom) / 2) * sy,
  });
  return {
    at: new Map([...at].map(([name, spot]) => [name, place(spot)])),
    via: new Map([...via].map(([i, points]) => [i, points.map(place)])),
  };
}

/** How wide the nodes are drawn, and how much room they take with the names above them: all that their values decide. */
export interface Widths {
  readonly drawn: ReadonlyMap<string, number>;
  readonly room: ReadonlyMap<string, number>;
}

export function widthsOf({ nodes }: Graph, size: number, text: (value: number) => string): Widths {
  const drawn = new Map(nodes.map((node) => [node.name, widthOf(node, size, text)]));
  // In steps: a digit more or less, and the graph keeps still.
  const step = size / 2;
  const room = new Map(
    nodes.map((node) => {
      const needed = Math.max(drawn.get(node.name) ?? 0, nameWidth(node, size, text));
      return [node.name, Math.ceil(needed / step) * step];
    }),
  );
  return { drawn, room };
}

export function layoutOf(graph: Graph, box: Box, { drawn: widths, room }: Widths): Layout {
  const { nodes, edges } = graph;
  const fixed = nodes.every(({ place }) => place);
  const { at, via } = fit(fixed ? onPlaces(nodes) : byDagre(graph, room, box.size), box, room, fixed);
  const shape = (name: string): Shape => ({
    ...(at.get(name) ?? { x: 0, y: 0 }),
    width: widths.get(name) ?? box.size,
    height: box.size,
  });
  const drawn = edges.map(({ from, to }, i): DrawnEdge => {
    const [tail, head] = [shape(from), shape(to)];
    const twins = edges.flatMap((edge, j) => (edge.from === from && edge.to === to ? [j] : []));
    // The first operand runs above.
    const lift = twins.length > 1 ? ((twins.length - 1) / 2 - twins.indexOf(i)) * box.size * 2.2 : 0;
    const points = via.get(i);
    const whole = lift ? bow(tail, head, lift) : points ? through([tail, ...points, head]) : straight(tail, head);
    const curve = between(whole, tail, head, 5);
    const rise = (edge: { from: string; to: string }): number => shape(edge.from).y - shape(edge.to).y;
    const others = edges.filter((edge, j) => edge.to === to && j !== i);
    const level = Math.abs(tail.y - head.y) < 2;
    // A level edge makes room for one that comes down to the same node.
    // Where slanted edges meet, numbers stand outside of them; so they do where edges part.
    const meet =
      !level &&
      others.some((edge) => Math.abs(rise(edge)) > 2) &&
      edges.filter((edge) => edge.from === from).length === 1;
    const falls = lift ? lift < 0 : level ? others.some((edge) => rise(edge) < -2) : head.y > tail.y !== meet;
    return {
      curve,
      length: lengthOf(curve),
      straight: !lift && !points,
      crowded: lift !== 0 || (!level && others.some((edge) => Math.abs(rise(edge)) < 2)),
      met: !lift && level && others.some((edge) => Math.abs(rise(edge)) > 2),
      side: falls ? -1 : 1,
    };
  });
  return { nodes: new Map(nodes.map(({ name }) => [name, shape(name)])), edges: drawn };
}
