// The log-likelihood of a mixture of Gaussians with a Wishart prior (Srajer, Kukelova & Fitzgibbon, "A benchmark of
// selected algorithmic differentiation tools", Optimization Methods and Software 33, 2018).

import type { GmmInput } from '../gradbench/inputs.ts';
import type { Api, Operand } from './api.ts';

/** As in {@link GmmInput}. */
export type Mixture = { alpha: Operand; mu: Operand; q: Operand; l: Operand };

/** log Γ(x / 2) for whole x > 0, by Γ(x + 1) = x Γ(x). */
function logGammaOfHalf(x: number): number {
  let sum = x % 2 === 0 ? 0 : Math.log(Math.PI) / 2;
  for (let at = x - 2; at > 0; at -= 2) sum += Math.log(at / 2);
  return sum;
}

/** The logarithm of the multivariate gamma function of n / 2. */
export function logGammaOfHalves(n: number, dimensions: number): number {
  let sum = (dimensions * (dimensions - 1) * Math.log(Math.PI)) / 4;
  for (let j = 0; j < dimensions; j++) sum += logGammaOfHalf(n - j);
  return sum;
}

/** What does not depend on the parameters. */
export function gmmConstant({ d, k, n, m, gamma }: Omit<GmmInput, 'x' | 'alpha' | 'mu' | 'q' | 'l'>): number {
  const freedom = d + m + 1;
  const prior = freedom * d * Math.log(gamma / Math.SQRT2) - logGammaOfHalves(freedom, d);
  return k * prior - (n * d * Math.log(2 * Math.PI)) / 2;
}

/** Where [exp q, l, 0] goes in a lower triangular matrix, row by row. */
function places(d: number): number[] {
  const zero = d + (d * (d - 1)) / 2;
  const columnStart = (j: number): number => d + j * (d - 1) - (j * (j - 1)) / 2;
  return Array.from({ length: d * d }, (_, at) => {
    const [i, j] = [Math.floor(at / d), at % d];
    if (i === j) return i;
    return i < j ? zero : columnStart(j) + (i - j - 1);
  });
}

export const gmm = (api: Api, input: Omit<GmmInput, 'alpha' | 'mu' | 'q' | 'l'>) => {
  const { add, concatenate, exp, expandDims, logSumExp, matmul, mul, reshape, square, sub, sum } = api;
  const { take, tensor, transpose, zeros } = api;
  const { d, k, n, m, gamma } = input;
  const x = tensor(input.x);
  const constant = gmmConstant(input);
  const order = tensor(places(d), { dtype: 'i32' });

  return ({ alpha, mu, q, l }: Mixture): Operand => {
    const diagonals = exp(q);
    const factors = concatenate([diagonals, l, zeros([k, 1])], { axis: 1 });
    const lower = reshape(take(factors, order, { axis: 1 }), [k, d, d]);
    // [1, n, d] − [k, 1, d], times [k, d, d].
    const whitened = matmul(sub(expandDims(x, 0), expandDims(mu, 1)), transpose(lower, [0, 2, 1]));
    const sums = sum(q, { axis: 1 });
    const exponents = sub(expandDims(add(alpha, sums), 1), mul(0.5, sum(square(whitened), { axis: 2 })));
    const likelihood = sub(sum(logSumExp(exponents, { axis: 0 })), mul(n, logSumExp(alpha)));
    const squares = add(sum(square(diagonals)), sum(square(l)));
    const prior = sub(mul(m, sum(sums)), mul(0.5 * gamma * gamma, squares));
    return add(constant, add(likelihood, prior));
  };
};
