// The specified order of summation, written to be read: see kernel/summation.ts.

import { summation } from '../kernel/summation.ts';
import { dtypes } from '../shape/dtype.ts';

/** The sum of numbers in the specified order, each addition rounded to the dtype. */
export function sumInOrder(values: readonly number[], dtype: 'f64' | 'f32'): number {
  if (values.length === 0) return 0;
  const { block, lanes } = summation[dtype];
  const plus = (x: number, y: number): number => dtypes[dtype].round(x + y);
  let sums: number[] = [];
  for (let start = 0; start < values.length; start += block) {
    let lane = new Array<number>(lanes).fill(-0);
    values.slice(start, start + block).forEach((value, i) => {
      lane[i % lanes] = plus(lane[i % lanes] as number, value);
    });
    while (lane.length > 1) {
      const half = lane.length / 2;
      lane = Array.from({ length: half }, (_, i) => plus(lane[i] as number, lane[i + half] as number));
    }
    sums.push(lane[0] as number);
  }
  while (sums.length > 1) {
    const folded: number[] = [];
    for (let i = 0; i < sums.length; i += 2) {
      const left = sums[i] as number;
      const right = sums[i + 1];
      folded.push(right === undefined ? left : plus(left, right));
    }
    sums = folded;
  }
  return sums[0] as number;
}
