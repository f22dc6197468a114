// The elementary functions against correctly rounded values: every row of table.ts through reference/<name>.bin, whose
// format samples.py there describes.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { table } from './table.ts';

const float = new Float64Array(1);
const bits = new BigUint64Array(float.buffer);

/** Distance from |x| to the next larger number. */
function ulp(x: number): number {
  const size = Math.abs(x);
  float[0] = size;
  bits[0] = (bits[0] ?? 0n) + 1n;
  const next = float[0];
  return next === Number.POSITIVE_INFINITY ? 2 ** 971 : next - size;
}

/** The number of samples, and the largest error in ulps of the correctly rounded value. */
function measure(name: string, f: (...args: number[]) => number, arity: number): { count: number; worst: number } {
  const file = readFileSync(new URL(`./reference/${name}.bin`, import.meta.url));
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const size = 8 * (arity + 1) + 1;
  const count = file.byteLength / size;
  let worst = 0;
  for (let i = 0; i < count; i++) {
    const at = i * size;
    const args = Array.from({ length: arity }, (_, k) => view.getFloat64(at + 8 * k, true));
    const value = view.getFloat64(at + 8 * arity, true);
    const rest = view.getInt8(at + size - 1) / 254;
    const error = Math.abs((f(...args) - value) / ulp(value) - rest);
    // The negation lets NaN through to the expectation.
    if (!(error <= worst)) worst = error;
  }
  return { count, worst };
}

test.each(table)('%s is within its stated bound of the exact value', (name, f, arity, bound) => {
  const { count, worst } = measure(name, f, arity);
  expect(Number.isInteger(count)).toBe(true);
  expect(count).toBeGreaterThanOrEqual(10_000);
  // No function is that good on so many samples: a smaller error means that the check cannot fail.
  expect(worst).toBeGreaterThan(0.3);
  expect(worst).toBeLessThan(bound);
});
