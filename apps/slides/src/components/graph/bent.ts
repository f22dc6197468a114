// A way through a narrow graph: straight down in a column of its own, then turning to its node.

import type { Curve, Spot } from './curve.ts';

/** Leaves the column at the height `turn`. */
export function bent(from: Spot, to: Spot, turn: number): Curve {
  return (part) => {
    const y = from.y + (to.y - from.y) * part;
    const turned = Math.max(0, (y - turn) / (to.y - turn));
    return { x: from.x + (to.x - from.x) * turned ** 2, y };
  };
}
