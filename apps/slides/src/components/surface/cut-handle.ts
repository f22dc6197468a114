// Where the handles of cutting planes stand, and which of them have their caption below.

import { type Cut, free, onCut } from './cut.ts';
import type { Place, Projection } from './projection.ts';

/** Closer than this, two handles' captions would cover one another or a handle. */
const room = { across: 60, up: 44 };

/** In the corner of the plane that is nearest and highest. */
export function handlePlace(view: Projection, { hold, at }: Pick<Cut, 'hold' | 'at'>): Place {
  const along = free({ hold });
  const spot = onCut({ hold, at }, view.box[along][view.nearer[along] ? 1 : 0], view.box.z[1]);
  return view.place(spot.x, spot.y, spot.z);
}

/** Whether an earlier handle is so near that it leaves no room for a caption above this one. */
export function isCrowded(view: Projection, cuts: readonly Cut[], index: number): boolean {
  const cut = cuts[index];
  if (!cut) return false;
  const [x, y] = handlePlace(view, cut);
  return cuts.slice(0, index).some((earlier) => {
    const [otherX, otherY] = handlePlace(view, earlier);
    return earlier.handle && Math.abs(otherX - x) < room.across && Math.abs(otherY - y) < room.up;
  });
}
