// From a place on the page back to the surface: along the line of sight, where it meets the surface nearest to where
// the point was, so that a drag never jumps to another fold.

import type { HeightAt } from './heights.ts';
import type { Place, Projection } from './projection.ts';

const steps = 160;

export function pick(
  view: Projection,
  height: HeightAt,
  place: Place,
  before: { readonly x: number; readonly y: number },
): { readonly x: number; readonly y: number } {
  const sight = view.ray(place);
  const { x, y } = view.box;
  const inside = (value: number, [from, to]: readonly [number, number]): boolean => value >= from && value <= to;
  const distance = (one: { x: number; y: number }): number =>
    Math.hypot((one.x - before.x) / (x[1] - x[0]), (one.y - before.y) / (y[1] - y[0]));
  const above = (part: number): number | undefined => {
    const spot = sight(part);
    return inside(spot.x, x) && inside(spot.y, y) ? spot.z - height(spot.x, spot.y) : undefined;
  };
  let best: { x: number; y: number } | undefined;
  let closest: { part: number; gap: number } | undefined;
  let last: number | undefined;
  for (let i = 0; i <= steps; i += 1) {
    const gap = above(i / steps);
    if (gap !== undefined && Number.isFinite(gap)) {
      if (!closest || Math.abs(gap) < closest.gap) closest = { part: i / steps, gap: Math.abs(gap) };
      if (last !== undefined && last > 0 !== gap > 0) {
        const met = sight((i - 1 + last / (last - gap)) / steps);
        if (!best || distance(met) < distance(best)) best = met;
      }
    }
    last = gap !== undefined && Number.isFinite(gap) ? gap : undefined;
  }
  return best ?? (closest ? sight(closest.part) : before);
}
