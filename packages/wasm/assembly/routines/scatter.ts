// Updates added to rows of an array by their indices.

import { placeAt } from './gather';
import { own, row } from './own';

/** y = x, and then y(indices(i), r) += updates(i, r) in the order of i; updates of a row that y does not have are dropped. */
export function scatterAdd<T>(frame: usize): void {
  const count = own(frame, 0);
  const rows = <u32>own(frame, 1);
  const width = own(frame, 2);
  let x = row(frame, 0);
  let index = row(frame, 1);
  let update = row(frame, 2);
  const y = row(frame, 3);
  const xRow = own(frame, 3);
  const xColumn = own(frame, 4);
  const step = own(frame, 5);
  const updateRow = own(frame, 6);
  const updateColumn = own(frame, 7);
  const yRow = own(frame, 8);
  const yColumn = own(frame, 9);
  let target = y;
  for (let n: u32 = 0; n < rows; n++) {
    let from = x;
    let to = target;
    for (let r: usize = 0; r < width; r++, from += xColumn, to += yColumn) store<T>(to, load<T>(from));
    x += xRow;
    target += yRow;
  }
  for (let i: usize = 0; i < count; i++) {
    let to = placeAt(y, yRow, rows, load<i32>(index));
    if (to != 0) {
      let from = update;
      for (let r: usize = 0; r < width; r++, from += updateColumn, to += yColumn) {
        store<T>(to, <T>(load<T>(to) + load<T>(from)));
      }
    }
    index += step;
    update += updateRow;
  }
}
