// Sums that right answers are made of.

/** The sum of terms with the error of each addition carried along (Neumaier, ZAMM 54, 1974). */
export function compensated(size: number, term: (i: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < size; i++) {
    const value = term(i);
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
