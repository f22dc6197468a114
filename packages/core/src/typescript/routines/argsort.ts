import { type Compute, placeOf } from './place.ts';

/** The stable order of numbers, NaN last. */
export const argsort: Compute = (_dtype, [n = 0], places) => {
  const x = placeOf(places, 0);
  const y = placeOf(places, 1);
  const [from = 1] = x.strides;
  const [to = 1] = y.strides;
  const order = new Int32Array(n);
  const keys = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    order[i] = i;
    keys[i] = x.data[x.offset + i * from] as number;
  }
  order.sort((i, j) => {
    const left = keys[i] as number;
    const right = keys[j] as number;
    if (left === right) return i - j;
    if (left < right || Number.isNaN(right)) return Number.isNaN(left) ? i - j : -1;
    return 1;
  });
  for (let i = 0; i < n; i++) y.data[y.offset + i * to] = order[i] as number;
};
