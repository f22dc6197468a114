// The lecture's loss: Σ(yᵢ − (a xᵢ + b))².

import type { Api, Operand } from './api.ts';

export type Line = { a: Operand; b: Operand };
export type Points = { x: Operand; y: Operand };

export const lsq =
  ({ add, mul, square, sub, sum }: Api) =>
  ({ a, b }: Line, { x, y }: Points): Operand =>
    sum(square(sub(y, add(mul(a, x), b))));
