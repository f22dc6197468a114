// Rosenbrock's function of a point, (1 − x)² + 100 (y − x²)².

import type { Api, Operand } from './api.ts';

export const rosenbrock =
  ({ add, mul, square, sub }: Api) =>
  ({ x, y }: { x: Operand; y: Operand }): Operand =>
    add(square(sub(1, x)), mul(100, square(sub(y, square(x)))));
