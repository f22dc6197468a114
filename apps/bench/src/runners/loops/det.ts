// The gradient of a determinant is its matrix of cofactors: det A · A⁻ᵀ, by Gauss-Jordan elimination.

import type { GradientCall } from '../../kinds/gradient.ts';
import type { TypedNumbers } from '../../workload.ts';

export function det(size: number): GradientCall {
  return ([matrix]) => {
    const a = Float64Array.from(matrix as TypedNumbers);
    const inverse = new Float64Array(size * size);
    for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
    let product = 1;
    for (let k = 0; k < size; k++) {
      let best = k;
      for (let i = k + 1; i < size; i++) {
        if (Math.abs(a[i * size + k] as number) > Math.abs(a[best * size + k] as number)) best = i;
      }
      if (best !== k) {
        product = -product;
        exchange(a, size, k, best);
        exchange(inverse, size, k, best);
      }
      const pivot = a[k * size + k] as number;
      product *= pivot;
      for (let j = 0; j < size; j++) {
        a[k * size + j] = (a[k * size + j] as number) / pivot;
        inverse[k * size + j] = (inverse[k * size + j] as number) / pivot;
      }
      for (let i = 0; i < size; i++) {
        if (i === k) continue;
        const factor = a[i * size + k] as number;
        for (let j = 0; j < size; j++) {
          a[i * size + j] = (a[i * size + j] as number) - factor * (a[k * size + j] as number);
          inverse[i * size + j] = (inverse[i * size + j] as number) - factor * (inverse[k * size + j] as number);
        }
      }
    }
    const by = new Float64Array(size * size);
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) by[i * size + j] = product * (inverse[j * size + i] as number);
    }
    return [by];
  };
}

function exchange(matrix: Float64Array, size: number, first: number, second: number): void {
  for (let j = 0; j < size; j++) {
    const held = matrix[first * size + j] as number;
    matrix[first * size + j] = matrix[second * size + j] as number;
    matrix[second * size + j] = held;
  }
}
