import { type Compute, placeOf } from './place.ts';

/** 0, 1, 2, … */
export const iota: Compute = (_dtype, [n = 0], places) => {
  const { data, offset, strides } = placeOf(places, 0);
  const [step = 1] = strides;
  for (let i = 0; i < n; i++) data[offset + i * step] = i;
};
