// ½ Σᵢ (sign tᵢ − Σⱼ xⱼ tᵢʲ)² over n evenly spaced t from −1 to 1: a polynomial fitted to a step.

import type { Api, Operand } from './api.ts';

/** The powers tᵢʲ depend on no parameter, and are in place before the first call. */
export const llsq = (api: Api, n: number, degrees: number): ((x: Operand) => Operand) => {
  const { add, arange, div, expandDims, matmul, mul, pow, sign, square, sub, sum } = api;
  const t = add(-1, div(mul(arange(n), 2), n - 1));
  const powers = pow(expandDims(t, 1), arange(degrees));
  const goal = sign(t);
  return (x) => mul(0.5, sum(square(sub(goal, matmul(powers, x)))));
};
