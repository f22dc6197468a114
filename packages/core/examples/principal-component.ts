// The direction in which points of the plane vary most: their first principal component, by gradient ascent.
// Shows: matrix products, a step that also rescales, and tensors: the gradient by a tensor is a tensor.

import {
  add,
  compile,
  div,
  grad,
  matmul,
  mean,
  mul,
  norm,
  square,
  sub,
  sum,
  type Tensor,
  tensor,
  transpose,
} from '@chainrule/core';

/** Ten points: x in the first row, y in the second. */
const rows = tensor([
  [2.5, 0.5, 2.2, 1.9, 3.1, 2.3, 2.0, 1.0, 1.5, 1.1],
  [2.4, 0.7, 2.9, 2.2, 3.0, 2.7, 1.6, 1.1, 1.6, 0.9],
]);
const centred = sub(rows, mean(rows, { axis: 1, keepDims: true }));
export const covariance: Tensor = div(matmul(centred, transpose(centred)), 9);

/** The variance along a direction, whatever its length. */
const variance = (w: Tensor) => div(sum(mul(w, matmul(covariance, w))), sum(square(w)));

const step = compile((w: Tensor) => {
  const uphill = add(w, mul(0.4, grad(variance)(w)));
  return div(uphill, norm(uphill));
});

export let direction: Tensor = tensor([1, 0]);
for (let i = 0; i < 50; i++) direction = step(direction);
export const largest: number = variance(direction).item();

console.log(`${direction}`); // Tensor f64[2] [0.6778733985280118, 0.7351786555444081]
console.log(`variance ${largest.toFixed(6)}`); // variance 1.284028
