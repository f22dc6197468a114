// kmeans: the cost, and Newton's direction.

import type { Api, Tensor } from '../../objectives/api.ts';
import { kmeans as costOf, kmeansStep } from '../../objectives/kmeans.ts';
import type { KmeansInput } from '../inputs.ts';
import { type Module, task } from '../module.ts';

export const kmeans: Module = {
  cost: (api: Api, { points, centroids }: KmeansInput) => {
    const [placed, run] = [api.tensor(centroids), api.compile(costOf(api, api.tensor(points)))];
    return task(
      () => (run(placed) as Tensor).item(),
      (cost) => cost,
    );
  },
  dir: (api: Api, { points, centroids }: KmeansInput) => {
    const [placed, run] = [api.tensor(centroids), api.compile(kmeansStep(api, api.tensor(points)))];
    return task(
      () => run(placed) as Tensor,
      (step) => step.toArray(),
    );
  },
};
