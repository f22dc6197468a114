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
  return Math.round(value * 10) / 10 + 0; // + 0 turns −0 into 0
}

/** The start that belongs to the seed, to one decimal: anywhere in the window's outer part, so that there is a way to go. */
export function randomLine(seed: number, { a, b }: Window): Line {
  const angle = 2 * Math.PI * random(2 * seed);
  const distance = 0.55 + 0.35 * random(2 * seed + 1);
  const place = ([from, to]: readonly [number, number], direction: number): number =>
    tenth((from + to) / 2 + ((to - from) / 2) * distance * direction);
  return { a: place(a, Math.cos(angle)), b: place(b, Math.sin(angle)) };
}
