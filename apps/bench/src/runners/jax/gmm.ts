// The Gaussian mixture on jax-js. It has no gather: lower triangles are put together by a product with a constant.

import { grad, jit, nn, numpy as np } from '@jax-js/jax';
import type { GmmInput } from '../../gradbench/inputs.ts';
import type { GradientCall } from '../../kinds/gradient.ts';
import type { TypedNumbers } from '../../workload.ts';
import { place } from './place.ts';

type Mixture = { alpha: np.Array; mu: np.Array; q: np.Array; l: np.Array };

/** [entries of a factor, d · d]: 1 where an entry goes. */
function spread(entries: readonly (readonly [row: number, column: number])[], d: number): Float64Array<ArrayBuffer> {
  const matrix = new Float64Array(entries.length * d * d);
  entries.forEach(([row, column], i) => {
    matrix[i * d * d + row * d + column] = 1;
  });
  return matrix;
}

export function gmm({ d, k, n, m, gamma, x: rows }: GmmInput): GradientCall {
  const below = (d * (d - 1)) / 2;
  const onDiagonal = Array.from({ length: d }, (_, i) => [i, i] as const);
  const underIt = onDiagonal.flatMap(([column]) =>
    Array.from({ length: d - 1 - column }, (_, i) => [column + 1 + i, column] as const),
  );
  const x = place(Float64Array.from(rows.flat()), 'f64', [1, n, d]);
  const diagonal = place(spread(onDiagonal, d), 'f64', [d, d * d]);
  const lower = place(spread(underIt, d), 'f64', [below, d * d]);
  const squeeze = 0.5 * gamma * gamma;

  const objective = (mixture: Mixture, x: np.Array, diagonal: np.Array, lower: np.Array): np.Array => {
    const { alpha, mu, q, l } = mixture;
    const stretch = np.exp(q.ref);
    const factors = np.dot(stretch.ref, diagonal).add(np.dot(l.ref, lower)).reshape([k, d, d]);
    const whitened = np.matmul(x.sub(mu.reshape([k, 1, d])), np.transpose(factors, [0, 2, 1]));
    const sums = np.sum(q, 1);
    const exponents = alpha.ref
      .add(sums.ref)
      .reshape([k, 1])
      .sub(np.sum(np.square(whitened), 2).mul(0.5));
    const likelihood = np.sum(nn.logsumexp(exponents, 0)).sub(nn.logsumexp(alpha).mul(n));
    const squares = np.sum(np.square(stretch)).add(np.sum(np.square(l)));
    return likelihood.add(np.sum(sums).mul(m)).sub(squares.mul(squeeze));
  };
  const run = jit(grad(objective));
  return ([alpha, mu, q, l]) => {
    const mixture = {
      alpha: place(alpha as TypedNumbers, 'f64'),
      mu: place(mu as TypedNumbers, 'f64', [k, d]),
      q: place(q as TypedNumbers, 'f64', [k, d]),
      l: place(l as TypedNumbers, 'f64', [k, below]),
    };
    const by = run(mixture, x.ref, diagonal.ref, lower.ref) as unknown as Mixture;
    return [by.alpha, by.mu, by.q, by.l].map((part) => part.dataSync() as TypedNumbers);
  };
}
