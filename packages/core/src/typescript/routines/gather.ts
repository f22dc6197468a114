import { type Compute, placeOf } from './place.ts';

/** Rows of x by their indices; NaN (or 0, where the dtype has none) for a row that x does not have. */
export const gather: Compute = (_dtype, [count = 0, n = 0, width = 0], places) => {
  const x = placeOf(places, 0);
  const indices = placeOf(places, 1);
  const y = placeOf(places, 2);
  const [row = 0, column = 0] = x.strides;
  const [next = 0] = indices.strides;
  const [yRow = 0, yColumn = 0] = y.strides;
  for (let i = 0; i < count; i++) {
    const index = indices.data[indices.offset + i * next] as number;
    const at = index < 0 ? index + n : index;
    const inside = at >= 0 && at < n;
    for (let r = 0; r < width; r++) {
      // An array of a dtype without NaN stores 0 in its place.
      y.data[y.offset + i * yRow + r * yColumn] = inside
        ? (x.data[x.offset + at * row + r * column] as number)
        : Number.NaN;
    }
  }
};
