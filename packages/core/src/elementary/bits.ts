// The exact operations on a number's bits that the elementary functions are written with. Nothing here rounds.
// The algorithms beside this file are plain f64 arithmetic on top of it, so one text serves tsc and asc;
// for WebAssembly the assembly puts its own `bits.ts` in this one's place.

/** Powers of two up to this exponent, either way, stand in the table. */
const reach = 1100;

const powers: Float64Array = /* @__PURE__ */ makePowers();

function makePowers(): Float64Array {
  const table = new Float64Array(2 * reach + 1);
  table[reach] = 1;
  for (let k = 1; k <= reach; k++) {
    table[reach + k] = (table[reach + k - 1] as number) * 2;
    table[reach - k] = (table[reach - k + 1] as number) / 2;
  }
  return table;
}

const float: Float64Array = /* @__PURE__ */ new Float64Array(1);
const words: Uint32Array = /* @__PURE__ */ new Uint32Array(float.buffer);
// Little-endian on every platform with WebAssembly; the last word holds sign and exponent.
const high = 1;

/** The exponent e of a positive normal number x = m · 2^e with 1 ≤ m < 2. */
export function exponentOf(x: number): number {
  float[0] = x;
  return ((words[high] as number) >>> 20) - 1023;
}

/** x · 2^−e, exact, for e = exponentOf(x). */
export function significandOf(x: number, e: number): number {
  // 2^−e can overflow where x · 2^−e does not: in two halves it never does.
  const half = e >> 1;
  return x * (powers[reach - half] as number) * (powers[reach - (e - half)] as number);
}

/** y · 2^k for −1080 ≤ k ≤ 1030 and 1/2 ≤ y ≤ 2, rounded once where the result is subnormal. */
export function scaled(y: number, k: number): number {
  const half = k >> 1;
  return y * (powers[reach + half] as number) * (powers[reach + (k - half)] as number);
}

/** 2^k for −1022 ≤ k ≤ 1023. */
export function powerOf(k: number): number {
  return powers[reach + k] as number;
}

/** The number at index i of a table, which must have it. */
export function at(table: readonly number[], i: number): number {
  return table[i] as number;
}
