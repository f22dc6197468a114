// The specified order of summation above the kernel: sums of blocks fold by adjacent pairs, an odd last one passing on.

import { BLOCK, GROUP, INNER, PARTIALS, ROW, ROWS, SUMS } from './frame';
import { tile } from './tile';

function fold<T>(left: usize, right: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += sizeof<T>()) {
    store<T>(left + at, load<T>(left + at) + load<T>(right + at));
  }
}

// The sums of blocks form a stack. After tile number t as many pairs are complete as t ends in binary ones, so folding
// them at once builds the tree of adjacent pairs in a few entries:
//
//   t = 0   a                       t = 2   ab  c
//   t = 1   a  b  → ab              t = 3   ab  c  d → ab  cd → abcd
//
// What is left at the end folds from the top: that is the odd last one passing on.

/** Folds the pairs that tile number `index` completes and returns the new top. */
function complete<T>(top: usize, index: u32, bytes: usize): usize {
  for (let ones = index; ones & 1; ones >>= 1) {
    top -= bytes;
    fold<T>(top - bytes, top, bytes);
  }
  return top;
}

/** One row of a reduction. A kernel folds the blocks of a whole group itself: a group is a complete tree. */
export function sumRow<T>(frame: usize): void {
  const n = load<u32>(frame, INNER);
  const sums = load<u32>(frame, SUMS);
  const partials = load<usize>(frame, PARTIALS);
  const rows = frame + ROW + ((load<u32>(frame, ROWS) - sums) << 2);
  if (n == 0) {
    for (let s: u32 = 0; s < sums; s++) store<T>(load<usize>(rows + (s << 2)), <T>0);
    return;
  }
  const block = load<u32>(frame, BLOCK);
  if (n <= block) {
    tile(frame, 0, n, partials);
  } else {
    const bytes: usize = sums * sizeof<T>();
    const group = load<u32>(frame, GROUP);
    let top = partials;
    let first: u32 = 0;
    for (let index: u32 = 0; n - first >= group; index++) {
      tile(frame, first, group, top);
      first += group;
      top = complete<T>(top + bytes, index, bytes);
    }
    for (let index: u32 = 0; first < n; index++) {
      const count = min<u32>(block, n - first);
      tile(frame, first, count, top);
      first += count;
      top = complete<T>(top + bytes, index, bytes);
    }
    while (top - partials > bytes) {
      top -= bytes;
      fold<T>(top - bytes, top, bytes);
    }
  }
  for (let s: u32 = 0; s < sums; s++) {
    store<T>(load<usize>(rows + (s << 2)), load<T>(partials + s * sizeof<T>()));
  }
}
