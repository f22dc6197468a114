// The derivative of a function of one number from its values alone: central differences at ever smaller steps,
// extrapolated to step 0, and the estimate whose neighbours agree best. Ridders, "Accurate computation of F′(x) and
// F′(x) F″(x)", Advances in Engineering Software 4, 1982.

/** By what the step shrinks from row to row. */
const shrink = 2;

/** Rows of the tableau, after the first step at which the function is finite on both sides. */
const rows = 16;

/** How often the step may shrink until the function is finite on both sides. */
const attempts = 60;

/** The derivative of f at x; NaN where f is not finite on both sides however near. Steps begin at max(|x|, 1) / 8. */
export function numericDerivative(f: (x: number) => number, x: number): number {
  let step = Math.max(Math.abs(x), 1) / 8;
  const difference = (): number => {
    const right = x + step;
    const left = x - step;
    return (f(right) - f(left)) / (right - left);
  };
  let previous: number[] = [];
  let best = Number.NaN;
  let doubt = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < attempts && previous.length < rows; attempt++, step /= shrink) {
    const first = difference();
    if (!Number.isFinite(first)) {
      previous = [];
      continue;
    }
    const row = [first];
    if (previous.length === 0 && Number.isNaN(best)) best = first;
    for (let k = 1; k <= previous.length; k++) {
      const power = shrink ** (2 * k);
      const finer = row[k - 1] as number;
      const coarser = previous[k - 1] as number;
      const extrapolated = (power * finer - coarser) / (power - 1);
      const change = Math.max(Math.abs(extrapolated - finer), Math.abs(extrapolated - coarser));
      if (change <= doubt) {
        doubt = change;
        best = extrapolated;
      }
      row.push(extrapolated);
    }
    previous = row;
  }
  return best;
}
