// The exact bit operations below the elementary functions, for asc: the counterpart of core's `bits.ts`, whose doc
// holds here too. The functions themselves are core's files, put beside this one by the build.

/** The exponent e of a positive normal number x = m · 2^e with 1 ≤ m < 2. */
export function exponentOf(x: f64): f64 {
  return <f64>(<i32>(reinterpret<u64>(x) >> 52) - 1023);
}

/** x · 2^−e, exact, for e = exponentOf(x). */
export function significandOf(x: f64, e: f64): f64 {
  return reinterpret<f64>((reinterpret<u64>(x) & 0x000fffffffffffff) | 0x3ff0000000000000);
}

function powerOfTwo(k: i32): f64 {
  return reinterpret<f64>((<u64>(k + 1023)) << 52);
}

/** y · 2^k for −1080 ≤ k ≤ 1030 and 1/2 ≤ y ≤ 2, rounded once where the result is subnormal. */
export function scaled(y: f64, k: f64): f64 {
  const whole = <i32>k;
  const half = whole >> 1;
  return y * powerOfTwo(half) * powerOfTwo(whole - half);
}

/** 2^k for −1022 ≤ k ≤ 1023. */
export function powerOf(k: f64): f64 {
  return powerOfTwo(<i32>k);
}

/** The number at index i of a table, which must have it. */
export function at(table: Array<f64>, i: f64): f64 {
  return unchecked(table[<i32>i]);
}
