// Rows of an array by their indices.

import { own, row } from './own';

/** Where the row of an index is, or 0 if there is none. A negative index counts from the end. */
export function placeAt(first: usize, step: usize, rows: u32, index: i32): usize {
  const place = <u32>(index < 0 ? index + <i32>rows : index);
  return place < rows ? first + <usize>place * step : 0;
}

/** y(i, r) = x(indices(i), r); NaN (or 0, where the dtype has none) for a row that x does not have. */
export function gather<T>(frame: usize): void {
  const count = own(frame, 0);
  const rows = <u32>own(frame, 1);
  const width = own(frame, 2);
  const x = row(frame, 0);
  let index = row(frame, 1);
  let y = row(frame, 2);
  const xRow = own(frame, 3);
  const xColumn = own(frame, 4);
  const step = own(frame, 5);
  const yRow = own(frame, 6);
  const yColumn = own(frame, 7);
  const inOrder = xColumn == sizeof<T>() && yColumn == sizeof<T>() && width > 8;
  for (let i: usize = 0; i < count; i++) {
    let from = placeAt(x, xRow, rows, load<i32>(index));
    let to = y;
    if (from == 0) {
      for (let r: usize = 0; r < width; r++, to += yColumn) store<T>(to, isFloat<T>() ? <T>NaN : <T>0);
    } else if (inOrder) {
      memory.copy(to, from, width * sizeof<T>());
    } else {
      for (let r: usize = 0; r < width; r++, to += yColumn, from += xColumn) store<T>(to, load<T>(from));
    }
    index += step;
    y += yRow;
  }
}
