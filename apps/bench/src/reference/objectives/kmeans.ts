// k-means, point by point: the cost, its gradient, and Newton's step, centre − mean of its points.

import type { KmeansInput } from '../../gradbench/inputs.ts';
import { type Node, Tape } from '../tape.ts';
import type { Derivative } from './derivative.ts';

export interface KmeansAnswer extends Derivative {
  readonly step: readonly number[];
}

export function rightKmeans({ points, centroids }: KmeansInput): KmeansAnswer {
  const t = new Tape();
  const centres = centroids.map((centre) => t.leaves(centre));
  const counts = centroids.map(() => 0);
  const mark = t.mark();
  let value = 0;
  for (const point of points) {
    const leaves = t.leaves(point);
    const distances = centres.map((centre) => t.sum(centre.map((c, j) => t.square(t.sub(c, leaves[j] as Node)))));
    const nearest = distances.reduce(
      (best, node, i) => (t.value(node) < t.value(distances[best] as Node) ? i : best),
      0,
    );
    counts[nearest] = (counts[nearest] as number) + 1;
    const node = distances[nearest] as Node;
    value += t.value(node);
    t.accumulate(node, mark);
    t.forget(mark);
  }
  const gradient = t.given(centres.flat());
  const dimensions = centroids[0]?.length ?? 1;
  const step = gradient.map((by, at) => by / (2 * (counts[Math.floor(at / dimensions)] as number)));
  return { value, gradient: [gradient], step };
}
