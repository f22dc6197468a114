// y₀′ = x₀, yᵢ′ = xᵢ yᵢ₋₁ from y(0) = 0 to t = 2, by the classical Runge-Kutta method.

import type { Api, Operand } from './api.ts';

/** All y at the end. */
export const ode =
  ({ add, concatenate, div, mul, ones, scan, slice, zeros }: Api, length: number, steps: number) =>
  (x: Operand): Operand => {
    const h = 2 / steps;
    const slope = (y: Operand): Operand => mul(x, concatenate([ones([1]), slice(y, [0], [length - 1])]));
    const step = (y: Operand) => {
      const k1 = slope(y);
      const k2 = slope(add(y, mul(h / 2, k1)));
      const k3 = slope(add(y, mul(h / 2, k2)));
      const k4 = slope(add(y, mul(h, k3)));
      const rise = add(add(k1, mul(2, k2)), add(mul(2, k3), k4));
      return [add(y, div(mul(h, rise), 6)), {}] as const;
    };
    return scan(step, zeros([length]), null, { length: steps })[0];
  };
