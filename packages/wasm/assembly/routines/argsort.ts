// The stable order of numbers, by merging: short runs are sorted by insertion, then pairs of runs are merged from one half
// of the working storage into the other until one run is left.
//
//   working storage   keys | keys | indices | indices        (8, 8, 4 and 4 bytes for each number)
//
// A key is a whole number in the order of the numbers, so that one loop serves every dtype.

import { own, row } from './own';

/** More than an address can say, if n is large. */
export function argsortBytes(n: usize): f64 {
  return 24.0 * <f64>n;
}

/** A whole number in the order of the numbers: −0 equals 0, NaN is above all. */
function keyOf<T>(x: T): i64 {
  if (!isFloat<T>()) return <i64>x;
  if (x != x) return i64.MAX_VALUE;
  const bits = reinterpret<i64>(<f64>x + 0.0);
  // Negative numbers descend with their bits.
  return bits < 0 ? bits ^ i64.MAX_VALUE : bits;
}

const RUN: usize = 8;

/** Sorts the numbers from `first` up to `end` where they are. */
function sortRun(keys: usize, indices: usize, first: usize, end: usize): void {
  for (let i = first + 1; i < end; i++) {
    const key = load<i64>(keys + (i << 3));
    const index = load<u32>(indices + (i << 2));
    let to = i;
    for (; to > first && load<i64>(keys + ((to - 1) << 3)) > key; to--) {
      store<i64>(keys + (to << 3), load<i64>(keys + ((to - 1) << 3)));
      store<u32>(indices + (to << 2), load<u32>(indices + ((to - 1) << 2)));
    }
    store<i64>(keys + (to << 3), key);
    store<u32>(indices + (to << 2), index);
  }
}

/** Merges the runs from `first` to `middle` and from there to `end` into the same places of the other half. */
function merge(
  keys: usize,
  indices: usize,
  toKeys: usize,
  toIndices: usize,
  first: usize,
  middle: usize,
  end: usize,
): void {
  let left = first;
  let right = middle;
  let to = first;
  while (left < middle && right < end) {
    const leftKey = load<i64>(keys + (left << 3));
    const rightKey = load<i64>(keys + (right << 3));
    // Without a branch: which side is next cannot be foreseen. An equal number on the left goes first.
    const fromRight = <usize>(rightKey < leftKey);
    const from = select(right, left, fromRight);
    store<i64>(toKeys + (to << 3), select(rightKey, leftKey, fromRight));
    store<u32>(toIndices + (to << 2), load<u32>(indices + (from << 2)));
    right += fromRight;
    left += 1 - fromRight;
    to++;
  }
  const rest = left < middle ? left : right;
  const count = end - to;
  memory.copy(toKeys + (to << 3), keys + (rest << 3), count << 3);
  memory.copy(toIndices + (to << 2), indices + (rest << 2), count << 2);
}

/** y: the indices that put x in ascending order, equal numbers as they came, NaN last. */
export function argsort<T>(frame: usize): void {
  const n = own(frame, 0);
  let x = row(frame, 0);
  let y = row(frame, 1);
  const xStep = own(frame, 1);
  const yStep = own(frame, 2);
  let keys = row(frame, 2);
  let toKeys = keys + (n << 3);
  let indices = toKeys + (n << 3);
  let toIndices = indices + (n << 2);
  for (let i: usize = 0; i < n; i++, x += xStep) {
    store<i64>(keys + (i << 3), keyOf<T>(load<T>(x)));
    store<u32>(indices + (i << 2), <u32>i);
  }
  for (let first: usize = 0; first < n; first += RUN) sortRun(keys, indices, first, min<usize>(first + RUN, n));
  for (let run = RUN; run < n; run <<= 1) {
    for (let first: usize = 0; first < n; first += run << 1) {
      const middle = min<usize>(first + run, n);
      merge(keys, indices, toKeys, toIndices, first, middle, min<usize>(middle + run, n));
    }
    const otherKeys = toKeys;
    toKeys = keys;
    keys = otherKeys;
    const otherIndices = toIndices;
    toIndices = indices;
    indices = otherIndices;
  }
  for (let i: usize = 0; i < n; i++, y += yStep) store<u32>(y, load<u32>(indices + (i << 2)));
}
