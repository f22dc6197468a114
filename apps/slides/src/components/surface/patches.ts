// The surface as patches from far to near, each with its shade: what is drawn later covers what was drawn before. The
// height over a plane is single and there is no perspective, so that rows and columns in order need no sorting.

import type { HeightAt } from './heights.ts';
import { type Interval, type Place, type Projection, pointOf, type Spot } from './projection.ts';

export interface Patch {
  /** Of an SVG polygon: unlike a path, its shape is no style, and does not have to be resolved as one at every drag. */
  readonly points: string;
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
  let area = 0;
  let [beforeX, beforeY] = places.at(-1) ?? [0, 0];
  for (const [x, y] of places) {
    area += beforeX * y - x * beforeY;
    [beforeX, beforeY] = [x, y];
  }
  return area > 0;
}

/** A corner of the net: up to four patches share it. */
interface Corner extends Spot {
  readonly place: Place;
  /** Its place, written. */
  readonly text: string;
}

/** Neighbours of a column that look the same and face the same way: they don't cover each other. */
interface Strip {
  readonly column: number;
  readonly shade: number;
  readonly right: boolean;
  /** The row that comes next. */
  next: number;
  /** The places along both sides, from far to near. */
  readonly sides: readonly [one: string[], other: string[]];
}

/** Around a strip, and over each line across it there and back. */
function around([one, other]: Strip['sides']): string {
  const across = one.slice(1, -1).map((place, i) => `${place} ${other[i + 1]} ${place}`);
  return [one[0], ...other, one.at(-1), ...across.reverse()].join(' ');
}

/** Patches of the rectangle given by its lines along x and along y, from far to near. */
export function patches(view: Projection, height: HeightAt, xs: readonly number[], ys: readonly number[]): Patch[] {
  const found: Patch[] = [];
  const [low, high] = view.box.z;
  const net = ys.map((y) =>
    xs.map((x): Corner => {
      const z = height(x, y);
      const place = view.place(x, y, z);
      return { x, y, z, place, text: pointOf(place) };
    }),
  );
  let strip: Strip | undefined;
  const finish = (): void => {
    if (strip) found.push({ points: around(strip.sides), shade: strip.shade });
    strip = undefined;
  };
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  for (let i = 0; i < columns; i += 1) {
    const column = view.nearer.x ? i : columns - 1 - i;
    for (let j = 0; j < rows; j += 1) {
      const row = view.nearer.y ? j : rows - 1 - j;
      const [one, two] = [net[row]?.[column], net[row]?.[column + 1]];
      const [three, four] = [net[row + 1]?.[column + 1], net[row + 1]?.[column]];
      if (!one || !two || !three || !four) continue;
      const corners = [one, two, three, four];
      const least = Math.min(one.z, two.z, three.z, four.z);
      const most = Math.max(one.z, two.z, three.z, four.z);
      if (!Number.isFinite(least) || !Number.isFinite(most)) continue;
      const shade = shadeOf(corners, view);
      if (least < low || most > high) {
        finish();
        const below = most > high ? cutOff(corners, ({ z }) => high - z) : corners;
        const seen = below.some(({ z }) => z < low) ? cutOff(below, ({ z }) => z - low) : below;
        if (seen.length < 3) continue;
        found.push({ points: seen.map(({ x, y, z }) => pointOf(view.place(x, y, z))).join(' '), shade });
        continue;
      }
      const right = turnsRight(corners.map(({ place }) => place));
      const edges = [
        [one.text, two.text],
        [four.text, three.text],
      ] as const;
      const [far, near] = view.nearer.y ? edges : [edges[1], edges[0]];
      if (strip?.column !== column || strip.next !== j || strip.shade !== shade || strip.right !== right) {
        finish();
        strip = { column, shade, right, next: j, sides: [[far[0]], [far[1]]] };
      }
      strip.sides[0].push(near[0]);
      strip.sides[1].push(near[1]);
      strip.next = j + 1;
    }
  }
  finish();
  return found;
}
