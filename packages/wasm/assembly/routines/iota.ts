// The whole numbers from 0 on.

import { own, row } from './own';

/** y(n) = n. */
export function iota<T>(frame: usize): void {
  const n = <u32>own(frame, 0);
  let y = row(frame, 0);
  const step = own(frame, 1);
  for (let i: u32 = 0; i < n; i++, y += step) store<T>(y, <T>i);
}
