// Two classes of points, drawn with the engine's own random numbers: equal seeds give equal points on every backend.

import type { Engine } from '../store/engine.ts';
import type { Classes } from './network.ts';
import { perEngine } from './per-engine.ts';
import { flat } from './read.ts';

export const pictures = ['moons', 'circles', 'xor'] as const;
export type PictureOfClasses = (typeof pictures)[number];

/** Points of each class. */
const each = 24;
/** More could not be told apart. */
export const mostPoints = 80;
export const reach: readonly [number, number] = [-2, 2];

type Draw = (picture: PictureOfClasses, seed: number) => Classes;

export const classesOn: (engine: Engine) => Draw = perEngine(
  ({ random, add, mul, sub, sin, cos, where, less, arange, rem, floor, sqrt, concatenate }) => {
    const places: Readonly<Record<PictureOfClasses, (seed: number) => readonly [unknown, unknown]>> = {
      moons: (seed) => {
        const key = random.key(seed);
        const angle = mul(Math.PI, random.uniform(random.foldIn(key, 1), [each]));
        const other = mul(Math.PI, random.uniform(random.foldIn(key, 2), [each]));
        const blur = random.normal(random.foldIn(key, 3), [2, 2 * each], { std: 0.11 });
        const x = concatenate([sub(mul(1.1, cos(angle)), 0.5), sub(0.5, mul(1.1, cos(other)))]);
        const y = concatenate([sub(mul(1.2, sin(angle)), 0.35), sub(0.35, mul(1.2, sin(other)))]);
        return [add(x, engineRow(blur, 0)), add(y, engineRow(blur, 1))];
      },
      circles: (seed) => {
        const key = random.key(seed);
        const angle = mul(2 * Math.PI, random.uniform(random.foldIn(key, 1), [2 * each]));
        const spread = random.uniform(random.foldIn(key, 2), [2 * each]);
        const inner = less(arange(2 * each), each);
        const radius = where(inner, mul(0.75, sqrt(spread)), add(1.25, mul(0.4, spread)));
        return [mul(radius, cos(angle)), mul(radius, sin(angle))];
      },
      xor: (seed) => {
        const key = random.key(seed);
        const spread = random.uniform(random.foldIn(key, 1), [2, 2 * each], { low: 0.2, high: 1.6 });
        const index = arange(2 * each);
        // The first class lies in two opposite quarters, the second in the other two.
        const side = sub(mul(2, rem(index, 2)), 1);
        const flip = sub(1, mul(2, floor(mul(index, 1 / each))));
        return [mul(side, engineRow(spread, 0)), mul(mul(side, flip), engineRow(spread, 1))];
      },
    };
    function engineRow(rows: { toArray(): unknown }, index: number): number[] {
      return flat((rows.toArray() as unknown[])[index]);
    }
    const label = Array.from({ length: 2 * each }, (_, i) => (i < each ? 0 : 1));
    const known = new Map<string, Classes>();
    return (picture, seed) => {
      const key = `${picture} ${seed}`;
      const made = known.get(key);
      if (made) return made;
      const [x, y] = places[picture](seed).map((row) => flat(row).map((value) => Math.round(value * 100) / 100));
      const drawn = { x: x ?? [], y: y ?? [], label };
      known.set(key, drawn);
      return drawn;
    };
  },
);
