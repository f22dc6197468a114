// k-means: Σᵢ minⱼ ‖cⱼ − pᵢ‖², and the step of Newton's method on it.

import type { Api, Operand } from './api.ts';

export const kmeans =
  ({ expandDims, min, square, sub, sum }: Api, points: Operand) =>
  (centroids: Operand): Operand => {
    const distances = sum(square(sub(expandDims(points, 1), centroids)), { axis: 2 });
    return sum(min(distances, { axis: 1 }));
  };

/** Gradient over the Hessian, which is diagonal: its product with ones is all that is in it. */
export const kmeansStep = (api: Api, points: Operand) => {
  const { div, grad, hvp, onesLike } = api;
  const cost = kmeans(api, points);
  return (centroids: Operand): Operand =>
    div(grad(cost)(centroids) as Operand, hvp(cost)(centroids, onesLike(centroids)) as Operand);
};
