import { type Compute, placeOf } from './place.ts';

/** x with updates added to its rows one after the other; those for a row that x does not have are dropped. */
export const scatterAdd: Compute = (_dtype, [count = 0, n = 0, width = 0], places) => {
  const x = placeOf(places, 0);
  const indices = placeOf(places, 1);
  const updates = placeOf(places, 2);
  const y = placeOf(places, 3);
  const [row = 0, column = 0] = x.strides;
  const [next = 0] = indices.strides;
  const [updateRow = 0, updateColumn = 0] = updates.strides;
  const [yRow = 0, yColumn = 0] = y.strides;
  for (let i = 0; i < n; i++) {
    for (let r = 0; r < width; r++) {
      y.data[y.offset + i * yRow + r * yColumn] = x.data[x.offset + i * row + r * column] as number;
    }
  }
  for (let i = 0; i < count; i++) {
    const index = indices.data[indices.offset + i * next] as number;
    const at = index < 0 ? index + n : index;
    if (at < 0 || at >= n) continue;
    for (let r = 0; r < width; r++) {
      const target = y.offset + at * yRow + r * yColumn;
      const update = updates.data[updates.offset + i * updateRow + r * updateColumn] as number;
      y.data[target] = (y.data[target] as number) + update;
    }
  }
};
