// Where the nodes of a graph stand in its box, and how its edges run.

import type { Graph, GraphNode } from '../../lesson/ledger.ts';
import { between, bow, type Curve, lengthOf, type Shape, type Spot, straight, through } from './curve.ts';
import { upstreamWidth } from './marks.ts';
import { isPlaced, type Placement, placementOf } from './placement.ts';

export interface Box {
  readonly width: number;
  /** Of a graph from left to right; one from top to bottom is as high as it needs. */
  readonly height: number;
  /** Height of a node. */
  readonly size: number;
  /** From top to bottom, with so many pixels from one rank to the next. */
  readonly pitch?: number;
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
  readonly height: number;
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

/** How many letters of TeX stand outside of a node, roughly. */
const lettersOf = (tex: string): number => tex.replace(/\\[a-z]+/g, '').replace(/[{}_^\s]/g, '').length;

const span = (values: readonly number[]): [number, number] => [Math.min(...values), Math.max(...values)];

function mapped({ at, via }: Placement, place: (spot: Spot) => Spot): Placement {
  return {
    at: new Map([...at].map(([name, spot]) => [name, place(spot)])),
    via: new Map([...via].map(([i, points]) => [i, points.map(place)])),
  };
}

/** Stretches what was found over the box, evenly in each direction. */
function fit(
  found: Placement,
  { width, height, size }: Box,
  widths: ReadonlyMap<string, number>,
  fixed: boolean,
): Placement {
  const spots = [...found.at.values()];
  const [left, right] = span(spots.map(({ x }) => x));
  const [top, bottom] = span(spots.map(({ y }) => y));
  const edge = (x: number): number =>
    Math.max(...[...found.at].filter(([, spot]) => spot.x === x).map(([name]) => widths.get(name) ?? size)) / 2;
  const [from, to] = [edge(left) + 6, width - edge(right) - 6];
  // Names above the highest row, gradients below the lowest.
  const [high, low] = [size, height - size * 1.1];
  const stretch = fixed ? Number.POSITIVE_INFINITY : 1.6;
  const sx = right > left ? (to - from) / (right - left) : 0;
  const sy = bottom > top ? Math.min(stretch, (low - high) / (bottom - top)) : 0;
  const middle = (high + low) / 2;
  return mapped(found, ({ x, y }) => ({
    x: sx ? from + (x - left) * sx : width / 2,
    y: middle + (y - (top + bottom) / 2) * sy,
  }));
}

/** The same from top to bottom: ranks `pitch` apart, beside each node room for its gradient and its name. */
function fitUpright(
  found: Placement,
  { width, size }: Box,
  pitch: number,
  { drawn, beside, before }: Widths,
  fixed: boolean,
): Placement {
  const nodes = [...found.at].map(([name, spot]) => {
    const half = (drawn.get(name) ?? size) / 2;
    return { ...spot, left: half + (before.get(name) ?? 0), right: half + (beside.get(name) ?? 0) };
  });
  const [left, right] = span(nodes.map(({ x }) => x));
  const ranks = [...new Set(nodes.map(({ y }) => Math.round(y)))].sort((one, other) => one - other);
  const [top = 0, second = 1] = ranks;
  // The places of a graph are counted in ranks; dagre's are as far apart as it likes.
  const rank = fixed ? 1 : second - top;
  const from = Math.max(...nodes.map((node) => (node.x === left ? node.left : 0))) + 4;
  const to = width - Math.max(...nodes.map((node) => (node.x === right ? node.right : 0)));
  const sx = right > left ? (to - from) / (right - left) : 0;
  return mapped(found, ({ x, y }) => ({
    x: sx ? from + (x - left) * sx : (from + to) / 2,
    // Above the first rank there is room for the gradients of the inputs.
    y: size / 2 + 44 + ((y - top) / rank) * pitch,
  }));
}

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

export function layoutOf(graph: Graph, box: Box, widths: Widths): Layout {
  const { nodes, edges } = graph;
  const { drawn: drawnWidths, room } = widths;
  const upright = box.pitch !== undefined;
  const fixed = isPlaced(graph);
  const found = placementOf(graph, room, box.size, upright);
  const { at, via } =
    box.pitch === undefined ? fit(found, box, room, fixed) : fitUpright(found, box, box.pitch, widths, fixed);
  const shape = (name: string): Shape => ({
    ...(at.get(name) ?? { x: 0, y: 0 }),
    width: drawnWidths.get(name) ?? box.size,
    height: box.size,
  });
  const drawn = edges.map(({ from, to }, i): DrawnEdge => {
    const [tail, head] = [shape(from), shape(to)];
    const twins = edges.flatMap((edge, j) => (edge.from === from && edge.to === to ? [j] : []));
    // The first operand runs above, or at the right.
    const lift = twins.length > 1 ? ((twins.length - 1) / 2 - twins.indexOf(i)) * box.size * 2.2 : 0;
    const points = via.get(i);
    const whole = lift ? bow(tail, head, lift) : points ? through([tail, ...points, head]) : straight(tail, head);
    const curve = between(whole, tail, head, 5);
    const rise = (edge: { from: string; to: string }): number =>
      upright ? shape(edge.to).x - shape(edge.from).x : shape(edge.from).y - shape(edge.to).y;
    const others = edges.filter((edge, j) => edge.to === to && j !== i);
    const own = rise({ from, to });
    const level = Math.abs(own) < 2;
    // A level edge makes room for one that comes down to the same node.
    // Where slanted edges meet, numbers stand outside of them; so they do where edges part.
    const meet =
      !level &&
      others.some((edge) => Math.abs(rise(edge)) > 2) &&
      edges.filter((edge) => edge.from === from).length === 1;
    const parting = upright ? meet : own < 0 !== meet;
    const falls = lift ? lift < 0 : level ? others.some((edge) => rise(edge) < -2) : parting;
    return {
      curve,
      length: lengthOf(curve),
      straight: !lift && !points,
      crowded: lift !== 0 || (!level && others.some((edge) => Math.abs(rise(edge)) < 2)),
      met: !lift && level && others.some((edge) => Math.abs(rise(edge)) > 2),
      side: falls ? -1 : 1,
    };
  });
  // Below the last rank there is room for the gradient of the result.
  const height = upright ? Math.max(...[...at.values()].map(({ y }) => y)) + box.size / 2 + 52 : box.height;
  return { height, nodes: new Map(nodes.map(({ name }) => [name, shape(name)])), edges: drawn };
}
