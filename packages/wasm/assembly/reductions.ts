// Reductions above the kernel, in the specified order of summation: results of blocks fold by adjacent pairs, an odd last
// one passing on. Least and largest numbers need no order and take the same one.

import { BLOCK, GROUP, INNER, OP, OP_ADD, OP_MIN, PARTIALS, REDUCTIONS, ROW, ROWS } from './frame';
import { tile } from './tile';

function combined<T>(op: u32, left: T, right: T): T {
  if (op == OP_ADD) return <T>(left + right);
  return op == OP_MIN ? min<T>(left, right) : max<T>(left, right);
}

/** What nothing reduces to. */
function ofNothing<T>(op: u32): T {
  if (op == OP_ADD) return <T>0;
  if (isFloat<T>()) return op == OP_MIN ? <T>Infinity : <T>-Infinity;
  return op == OP_MIN ? <T>i32.MAX_VALUE : <T>i32.MIN_VALUE;
}

function fold<T>(op: u32, left: usize, right: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += sizeof<T>()) {
    store<T>(left + at, combined<T>(op, load<T>(left + at), load<T>(right + at)));
  }
}

// The results of blocks form a stack. After tile number t as many pairs are complete as t ends in binary ones, so folding
// them at once builds the tree of adjacent pairs in a few entries:
//
//   t = 0   a                       t = 2   ab  c
//   t = 1   a  b  → ab              t = 3   ab  c  d → ab  cd → abcd
//
// What is left at the end folds from the top: that is the odd last one passing on.

/** Folds the pairs that tile number `index` completes and returns the new top. */
function complete<T>(op: u32, top: usize, index: u32, bytes: usize): usize {
  for (let ones = index; ones & 1; ones >>= 1) {
    top -= bytes;
    fold<T>(op, top - bytes, top, bytes);
  }
  return top;
}

/** One row of a reduction. A kernel folds the blocks of a whole group itself: a group is a complete tree. */
export function reduceRow<T>(frame: usize): void {
  const n = load<u32>(frame, INNER);
  const op = load<u32>(frame, OP);
  const reductions = load<u32>(frame, REDUCTIONS);
  const partials = load<usize>(frame, PARTIALS);
  const rows = frame + ROW + ((load<u32>(frame, ROWS) - reductions) << 2);
  if (n == 0) {
    for (let r: u32 = 0; r < reductions; r++) store<T>(load<usize>(rows + (r << 2)), ofNothing<T>(op));
    return;
  }
  const block = load<u32>(frame, BLOCK);
  if (n <= block) {
    tile(frame, 0, n, partials);
  } else {
    const bytes: usize = reductions * sizeof<T>();
    const group = load<u32>(frame, GROUP);
    let top = partials;
    let first: u32 = 0;
    for (let index: u32 = 0; n - first >= group; index++) {
      tile(frame, first, group, top);
      first += group;
      top = complete<T>(op, top + bytes, index, bytes);
    }
    for (let index: u32 = 0; first < n; index++) {
      const count = min<u32>(block, n - first);
      tile(frame, first, count, top);
      first += count;
      top = complete<T>(op, top + bytes, index, bytes);
    }
    while (top - partials > bytes) {
      top -= bytes;
      fold<T>(op, top - bytes, top, bytes);
    }
  }
  for (let r: u32 = 0; r < reductions; r++) {
    store<T>(load<usize>(rows + (r << 2)), load<T>(partials + r * sizeof<T>()));
  }
}
