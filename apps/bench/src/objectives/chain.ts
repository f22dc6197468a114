// v ← sin(v) · x + x, over and over, unrolled.

import type { Api, Operand } from './api.ts';

export const chain =
  ({ add, mul, sin }: Api, rounds: number) =>
  (x: Operand): Operand => {
    let v = x;
    for (let i = 0; i < rounds; i++) v = add(mul(sin(v), x), x);
    return v;
  };
