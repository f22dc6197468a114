// Seeded starts, so that "random start" gives the same lecture twice.

import type { Window } from './grid.ts';
import type { Line } from './points.ts';

/** A number in [0, 1) that depends on the seed alone: the mulberry32 mixing function (Tommy Ettinger, public domain). */
export function random(seed: number): number {
  let bits = (seed * 0x6d2b79f5 + 0x6d2b79f5) | 0;
  bits = Math.imul(bits ^ (bits >>> 15), bits | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The start that belongs to the seed, to one decimal, a little inside the window's edge. */
export function randomLine(seed: number, window: Window): Line {
  const inside = ([from, to]: readonly [number, number], part: number): number =>
    tenth(from + (to - from) * (0.08 + 0.84 * part));
  return { a: inside(window.a, random(2 * seed)), b: inside(window.b, random(2 * seed + 1)) };
}
