import { type Compute, placeOf } from './place.ts';

/** Running sums in order; storing rounds each to the dtype. */
export const cumsum: Compute = (_dtype, [n = 0], places) => {
  const x = placeOf(places, 0);
  const y = placeOf(places, 1);
  const [from = 1] = x.strides;
  const [to = 1] = y.strides;
  for (let i = 0; i < n; i++) {
    const value = x.data[x.offset + i * from] as number;
    y.data[y.offset + i * to] = i === 0 ? value : (y.data[y.offset + (i - 1) * to] as number) + value;
  }
};
