// Where the words of a graph stand: names with values, notes, upstream gradients. From left to right names stand above
// their nodes and gradients below; upright, names stand at the right, and gradients where their arrows point from.

import type { GraphNode } from '../../lesson/ledger.ts';
import type { Shape, Spot } from './curve.ts';
import { upstreamWidth } from './marks.ts';

export interface Setting {
  readonly upright: boolean;
  /** Numbers stand on the edges, and gradients beside inputs. */
  readonly sparse: boolean;
  readonly width: number;
}

/** A place of words, and which part of them stands there. */
export interface WordSpot extends Spot {
  readonly anchor: 'start' | 'middle';
}

/** Of name and value of a computed node. */
export function nameSpot({ place }: GraphNode, { x, y, width, height }: Shape, setting: Setting): WordSpot {
  if (setting.upright) return { x: x + width / 2 + 8, y, anchor: 'start' };
  const side = place?.name;
  const anchor = side === undefined ? 'middle' : 'start';
  // In a large graph numbers stand on the edges too: names keep above them, and grow to the right where that is free.
  if (side === 'below') return { x: x - 20, y: y + height / 2 + 24, anchor };
  if (side === 'right') return { x: x - 16, y: y - height / 2 - 20, anchor };
  return { x, y: y - height / 2 - (setting.sparse ? 27 : 20), anchor };
}

/** Of a node's note; `gradient` is what its upstream gradient says. */
export function noteSpot(
  { operation, place }: GraphNode,
  { x, y, width, height }: Shape,
  gradient: string,
  { upright, sparse }: Setting,
): WordSpot {
  if (upright && operation) return { x: x + width / 2 + 8, y: y + height / 2 + (sparse ? 12 : 6), anchor: 'start' };
  // After the gradient of an input, above it.
  if (upright) return { x: x + upstreamWidth(gradient, true) / 2 + 6, y: y - height / 2 - 24, anchor: 'start' };
  const below = y + height / 2 + (sparse ? 18 : 58);
  const top = place?.name === 'below' ? y - height / 2 - 16 : below;
  return place?.note ? { x: x - 14, y: top, anchor: 'start' } : { x, y: top, anchor: 'middle' };
}

/** Of the upstream gradient `text` at a node, or of the envelope that it waits in; its middle. */
export function gradientSpot(
  { operation, place }: GraphNode,
  { x, y, width, height }: Shape,
  text: string,
  result: boolean,
  { upright, sparse, width: whole }: Setting,
): Spot {
  const half = upstreamWidth(text, upright) / 2;
  const inside = (middle: number): number => Math.min(whole - half, Math.max(half, middle));
  const input = operation === '';
  if (upright) {
    if (input) return { x: inside(x), y: y - height / 2 - 24 };
    if (result) return { x: inside(x), y: y + height / 2 + 28 };
    return { x: inside(x - width / 2 - 12 - half), y };
  }
  const above = sparse && input && place?.gradient === 'above';
  if (sparse && input && !above) return { x: x + width / 2 + 14 + half, y };
  return { x: inside(x), y: above ? y - height / 2 - 30 : y + height / 2 + 26 };
}
