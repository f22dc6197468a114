// Newton's step of k-means: a centre less the mean of the points nearest to it.

import type { GradientCall } from '../../kinds/gradient.ts';
import type { TypedNumbers } from '../../workload.ts';

export function kmeans(points: Float64Array, dimensions: number): GradientCall {
  const count = points.length / dimensions;
  return ([flat]) => {
    const centres = flat as TypedNumbers;
    const k = centres.length / dimensions;
    const sums = new Float64Array(centres.length);
    const sizes = new Float64Array(k);
    for (let i = 0; i < count; i++) {
      let nearest = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let c = 0; c < k; c++) {
        let distance = 0;
        for (let j = 0; j < dimensions; j++) {
          const apart = (centres[c * dimensions + j] as number) - (points[i * dimensions + j] as number);
          distance += apart * apart;
        }
        if (distance < least) {
          least = distance;
          nearest = c;
        }
      }
      sizes[nearest] = (sizes[nearest] as number) + 1;
      for (let j = 0; j < dimensions; j++) {
        const at = nearest * dimensions + j;
        sums[at] = (sums[at] as number) + (centres[at] as number) - (points[i * dimensions + j] as number);
      }
    }
    for (let at = 0; at < sums.length; at++) {
      sums[at] = (sums[at] as number) / (sizes[Math.floor(at / dimensions)] as number);
    }
    return [sums];
  };
}
