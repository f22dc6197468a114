// Three clusters by Newton's method on the cost of k-means: the sum of squared distances to the nearest centre.
// Shows: second derivatives without a Hessian. It is diagonal here, so `hvp` along ones gives all that is in it.

import {
  compile,
  div,
  expandDims,
  grad,
  hvp,
  min,
  onesLike,
  square,
  sub,
  sum,
  type Tensor,
  tensor,
  transpose,
} from '@chainrule/core';

const x = [1.0, 0.8, 1.3, 0.9, 4.9, 5.2, 5.0, 5.1, 0.9, 1.1, 1.0, 0.8];
const y = [1.2, 0.9, 1.0, 1.1, 5.1, 4.8, 5.3, 4.8, 5.2, 4.9, 5.1, 5.0];
export const points: Tensor = transpose([x, y]);

const cost = (centres: Tensor) => {
  // [12, 1, 2] − [3, 2] is [12, 3, 2]: from every centre to every point.
  const distances = sum(square(sub(expandDims(points, 1), centres)), { axis: 2 });
  return sum(min(distances, { axis: 1 }));
};

const step = compile((centres: Tensor) => {
  const curvature = hvp(cost)(centres, onesLike(centres));
  return sub(centres, div(grad(cost)(centres), curvature));
});

export let centres: Tensor = tensor([
  [2, 0],
  [3, 4],
  [0, 4],
]);
export const costs: number[] = [cost(centres).item()];
for (let i = 0; i < 3; i++) {
  centres = step(centres);
  costs.push(cost(centres).item());
}

console.log(costs.map((value) => value.toFixed(2)).join(' → ')); // 37.76 → 0.52 → 0.52 → 0.52
console.log(`${centres}`); // Tensor f64[3, 2] [[1, 1.05], [5.05, 5], [0.9500000000000001, 5.05]]
