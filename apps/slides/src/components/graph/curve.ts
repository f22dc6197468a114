// Curves between nodes: a point at any part of the way, and the stretch between two nodes' borders.

import { pointText } from '../../numbers/point-text.ts';
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** From part 0 to part 1 of the way. */
export type Curve = (part: number) => Spot;

/** A node's outline: a pill, a circle where it is as wide as high. */
export interface Shape extends Spot {
  readonly width: number;
  readonly height: number;
}

export function straight(from: Spot, to: Spot): Curve {
  return (part) => ({ x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part });
}

/** A bow whose middle lies `lift` to the left of the straight way. */
export function bow(from: Spot, to: Spot, lift: number): Curve {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const across = { x: (to.y - from.y) / length, y: -(to.x - from.x) / length };
  return (part) => {
    const { x, y } = straight(from, to)(part);
    const high = 4 * lift * part * (1 - part);
    return { x: x + across.x * high, y: y + across.y * high };
  };
}

/** Through all points, smoothly (Catmull–Rom). */
export function through(points: readonly Spot[]): Curve {
  const last = points.length - 1;
  const at = (i: number): Spot => points[Math.min(last, Math.max(0, i))] ?? { x: 0, y: 0 };
  const blend = (p: number, q: number, r: number, s: number, t: number): number =>
    q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)));
  return (part) => {
    const i = Math.min(last - 1, Math.floor(part * last));
    const t = part * last - i;
    const [p, q, r, s] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    return { x: blend(p.x, q.x, r.x, s.x, t), y: blend(p.y, q.y, r.y, s.y, t) };
  };
}

/** How far outside of a node's outline a point lies. */
function outside(shape: Shape, { x, y }: Spot): number {
  const radius = shape.height / 2;
  const along = Math.max(0, Math.abs(x - shape.x) - (shape.width / 2 - radius));
  return Math.hypot(along, y - shape.y) - radius;
}

/** The part of a curve between two outlines, `gap` away from both. */
export function between(curve: Curve, from: Shape, to: Shape, gap: number): Curve {
  const leave = (shape: Shape, inside: number, free: number): number => {
    let [near, far] = [inside, free];
    for (let i = 0; i < 24; i += 1) {
      const middle = (near + far) / 2;
      if (outside(shape, curve(middle)) < gap) near = middle;
      else far = middle;
    }
    return far;
  };
  const [start, end] = [leave(from, 0, 0.5), leave(to, 1, 0.5)];
  return (part) => curve(start + (end - start) * part);
}

const samples = 24;

/** The points of an SVG polyline along a part of a curve. */
export function pointsOf(curve: Curve, from = 0, to = 1, pieces = samples): string {
  const points = Array.from({ length: pieces + 1 }, (_, i) => curve(from + ((to - from) * i) / pieces));
  return points.map(({ x, y }) => pointText(x, y)).join(' ');
}

export function lengthOf(curve: Curve): number {
  let length = 0;
  for (let i = 0; i < samples; i += 1) {
    const [one, other] = [curve(i / samples), curve((i + 1) / samples)];
    length += Math.hypot(other.x - one.x, other.y - one.y);
  }
  return length;
}

/** A point beside the curve: `distance` above it, to the left where it runs upright. */
export function beside(curve: Curve, part: number, distance: number): Spot {
  const [one, other] = [curve(Math.max(0, part - 0.02)), curve(Math.min(1, part + 0.02))];
  const length = Math.hypot(other.x - one.x, other.y - one.y) || 1;
  const { x, y } = curve(part);
  const up = other.x >= one.x ? 1 : -1;
  return {
    x: x + (up * distance * (other.y - one.y)) / length,
    y: y - (up * distance * (other.x - one.x)) / length,
  };
}
