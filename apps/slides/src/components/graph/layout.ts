// Where the nodes of a graph stand, and how its edges run.

import type { Graph } from '../../lesson/ledger.ts';
import { type Box, fit, fitUpright } from './box.ts';
import { between, bow, type Curve, lengthOf, type Shape, straight, through } from './curve.ts';
import { isPlaced, placementOf } from './placement.ts';
import type { Widths } from './widths.ts';

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
