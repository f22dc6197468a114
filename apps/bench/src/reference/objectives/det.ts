// A determinant by Gaussian elimination with row exchanges: not the expansion that the runners use.

import type { List } from '../../workload.ts';
import { type Node, Tape } from '../tape.ts';
import type { Derivative } from './derivative.ts';

export function rightDet(matrix: List, size: number): Derivative {
  const t = new Tape();
  const leaves = t.leaves(matrix);
  const rows = Array.from({ length: size }, (_, i) => leaves.slice(i * size, (i + 1) * size));
  let product: Node = t.leaf(1);
  for (let k = 0; k < size; k++) {
    const weight = (i: number): number => Math.abs(t.value(rows[i]?.[k] as Node));
    let best = k;
    for (let i = k + 1; i < size; i++) if (weight(i) > weight(best)) best = i;
    const pivotRow = rows[best] as Node[];
    rows[best] = rows[k] as Node[];
    rows[k] = pivotRow;
    const pivot = pivotRow[k] as Node;
    product = t.mul(product, best === k ? pivot : t.scale(pivot, -1));
    for (let i = k + 1; i < size; i++) {
      const own = rows[i] as Node[];
      const factor = t.div(own[k] as Node, pivot);
      rows[i] = own.map((entry, j) => (j <= k ? entry : t.sub(entry, t.mul(factor, pivotRow[j] as Node))));
    }
  }
  return { value: t.value(product), gradient: [t.gradient(product, leaves)] };
}
