// Running sums.

import { own, row } from './own';

/** y(n) = x(0) + … + x(n), summed in order, beginning with the first number. */
export function cumsum<T>(frame: usize): void {
  const n = own(frame, 0);
  if (n == 0) return;
  let x = row(frame, 0);
  let y = row(frame, 1);
  const xStep = own(frame, 1);
  const yStep = own(frame, 2);
  let sum = load<T>(x);
  store<T>(y, sum);
  for (let i: usize = 1; i < n; i++) {
    x += xStep;
    y += yStep;
    sum = <T>(sum + load<T>(x));
    store<T>(y, sum);
  }
}
