// The surface as patches from far to near, each with its shade: what is drawn later covers what was drawn before. The
// height over a plane is single and there is no perspective, so that rows and columns in order need no sorting.

import type { HeightAt } from './heights.ts';
import { type Interval, type Place, type Projection, pathOf, type Spot } from './projection.ts';

export interface Patch {
  readonly path: string;
  /** From 0, in the light, to 7. */
  readonly shade: number;
}

const shades = 8;
const light = { x: -0.48, y: -0.36, z: 0.8 };

/** The part of a polygon where `inside` is positive; it is linear between two corners. */
function cutOff(corners: readonly Spot[], inside: (spot: Spot) => number): Spot[] {
  return corners.flatMap((spot, i) => {
    const next = corners[(i + 1) % corners.length] ?? spot;
    const [here, there] = [inside(spot), inside(next)];
    const kept = here >= 0 ? [spot] : [];
    if (here >= 0 === there >= 0) return kept;
    const part = here / (here - there);
    const mix = (one: number, other: number): number => one + (other - one) * part;
    return [...kept, { x: mix(spot.x, next.x), y: mix(spot.y, next.y), z: mix(spot.z, next.z) }];
  });
}

function shadeOf([one, two, , four]: readonly Spot[], { box }: Projection): number {
  if (!one || !two || !four) return 0;
  const slope = (dz: number, dx: number, side: Interval): number =>
    ((dz / (box.z[1] - box.z[0])) * 1.3) / (dx / (side[1] - side[0]));
  const [east, north] = [slope(two.z - one.z, two.x - one.x, box.x), slope(four.z - one.z, four.y - one.y, box.y)];
  const lit = (light.z - east * light.x - north * light.y) / Math.hypot(1, east, north);
  return Math.max(0, Math.min(shades - 1, Math.round((1 - lit) * 5.6)));
}

/** Whether a polygon shows its upper or its lower side. */
function turnsRight(places: readonly Place[]): boolean {
  const area = places.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = places[(i + 1) % places.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
  return area > 0;
}

/** Patches of the rectangle given by its lines along x and along y, from far to near. */
export function patches(view: Projection, height: HeightAt, xs: readonly number[], ys: readonly number[]): Patch[] {
  const found: Patch[] = [];
  let last = '';
  const { z } = view.box;
  const columns = Array.from({ length: xs.length - 1 }, (_, i) => (view.nearer.x ? i : xs.length - 2 - i));
  const rows = Array.from({ length: ys.length - 1 }, (_, i) => (view.nearer.y ? i : ys.length - 2 - i));
  const heights = ys.map((y) => xs.map((x) => height(x, y)));
  for (const column of columns) {
    for (const row of rows) {
      const spot = (dx: number, dy: number): Spot => ({
        x: xs[column + dx] ?? 0,
        y: ys[row + dy] ?? 0,
        z: heights[row + dy]?.[column + dx] ?? Number.NaN,
      });
      const corners = [spot(0, 0), spot(1, 0), spot(1, 1), spot(0, 1)];
      if (!corners.every((corner) => Number.isFinite(corner.z))) continue;
      const below = corners.some((corner) => corner.z > z[1]) ? cutOff(corners, (one) => z[1] - one.z) : corners;
      const seen = below.some((corner) => corner.z < z[0]) ? cutOff(below, (one) => one.z - z[0]) : below;
      if (seen.length < 3) continue;
      const places = seen.map((one) => view.place(one.x, one.y, one.z));
      const shade = shadeOf(corners, view);
      const kind = `${column} ${shade} ${turnsRight(places)}`;
      const path = pathOf(places, true);
      // Neighbours of a column that look the same and face the same way don't cover each other: one path for all.
      if (kind === last) found.push({ path: `${found.pop()?.path ?? ''}${path}`, shade });
      else found.push({ path, shade });
      last = kind;
    }
  }
  return found;
}
