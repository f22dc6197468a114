// Where the two numbers of an edge stand, and how many digits there is room for: the local gradient in its frame near the
// node that uses the value, the downstream gradient beside the free part of the way.

import type { GraphEdge } from '../../lesson/ledger.ts';
import type { Curve } from './curve.ts';
import type { DrawnEdge } from './layout.ts';
import { textWidth } from './marks.ts';

export interface EdgeNumbers {
  readonly local: string;
  readonly downstream: string;
  /** How far before the end of the way the frame stands, as a part of it. */
  readonly inwards: number;
  /** At which part of the way the downstream gradient stands, and how far beside it. */
  readonly middle: number;
  readonly distance: number;
}

/** What fits beside an edge of an upright graph. */
const column = 76;

/**
 * `open` says whether the frame holds the number yet; `text` writes one in so many pixels. In an `upright` graph, edges run
 * across the numbers instead of along them.
 */
export function edgeNumbers(
  { curve, length, straight, crowded, met }: DrawnEdge,
  edge: Pick<GraphEdge, 'local' | 'downstream'>,
  open: boolean,
  text: (value: number, room: number) => string,
  upright = false,
): EdgeNumbers {
  // Beside its frame an arrow head must still be seen.
  const local = text(edge.local, upright ? column : length - 44);
  // Where edges come close to each other there is less room still.
  const downstream = text(edge.downstream, met || crowded ? 60 : upright ? column : length);
  const width = open ? Math.max(32, textWidth(local) + 16) : 42;
  const frame = upright ? across(curve, width, open ? 30 : 34) : width;
  // Where several edges meet at a node, their frames stand clear of each other.
  const inwards = Math.min(0.45, (frame / 2 + 12 + (crowded ? 26 : 0)) / length);
  // The middle of the stretch that is free of arrow head and frame.
  const free = 1 - inwards - frame / 2 / length;
  const between = (free + (crowded ? 0.35 : 18 / length)) / 2;
  // Upright, it keeps above what comes from the side.
  const near = upright ? 38 / length : Math.max(between, free - 30 / length);
  const middle = straight ? (met ? near : between) : 0.5;
  return { local, downstream, inwards, middle, distance: clearance(curve, downstream) };
}

/** How much of an edge a frame of this size takes. */
function across(curve: Curve, width: number, height: number): number {
  const [from, to] = [curve(0), curve(1)];
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  return (dx * width + dy * height) / (Math.hypot(dx, dy) || 1);
}

/** How far from a slanted edge a number stands so that its edge does not run through it. */
function clearance(curve: Curve, text: string): number {
  const [from, to] = [curve(0), curve(1)];
  const [dx, dy] = [Math.abs(to.x - from.x), Math.abs(to.y - from.y)];
  return Math.max(28, (8 * dx + (textWidth(text) / 2) * dy) / (Math.hypot(dx, dy) || 1) + 12);
}
