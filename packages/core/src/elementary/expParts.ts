// What the functions made from e^x have in common: x = k ln 2 + r, and e^r as a sum of exact terms and a small rest, so
// that little but the last addition rounds. Written in the subset of TypeScript that tsc and asc both compile.
//
// The reduction is that of fdlibm (Sun Microsystems, 1993, e_exp.c); the polynomials are Remez fits for |r| ≤ 0.3475.

const log2e: number = 1.442695040888963387;
const ln2High: number = 6.9314718036912381649e-1;
const ln2Low: number = 1.90821492927058770002e-10;
/** Added and taken away again, it rounds to the nearest integer: 1.5 · 2⁵². */
const shifter: number = 6755399441055744.0;
const s3: number = 0.16666666666666677;
const s5: number = 0.008333333333321372;
const s7: number = 0.0001984126988685815;
const s9: number = 2.755724340428425e-6;
const s11: number = 2.5109339180447574e-8;
const c4: number = 0.041666666666666685;
const c6: number = 0.001388888888887314;
const c8: number = 2.4801587349530298e-5;
const c10: number = 2.7557251510960685e-7;
const c12: number = 2.09218727561751e-9;

/** The integer k nearest x / ln 2, for |x| < 2⁵⁰. */
export function nearestMultiple(x: number): number {
  return x * log2e + shifter - shifter;
}

/** r = x − k ln 2, rounded: |r| ≤ ln 2 / 2. */
export function reduced(x: number, k: number): number {
  return x - k * ln2High - k * ln2Low;
}

/** x − k ln 2 − r, for r = reduced(x, k). */
export function reducedRest(x: number, k: number, r: number): number {
  return x - k * ln2High - r - k * ln2Low;
}

/** sinh r − r, error below 2⁻⁶¹; r² is t. */
export function sinhTail(r: number, t: number): number {
  return r * t * (s3 + t * (s5 + t * (s7 + t * (s9 + t * s11))));
}

/** cosh r − 1 − r² / 2, error below 2⁻⁶¹; r² is t. */
export function coshTail(t: number): number {
  return t * t * (c4 + t * (c6 + t * (c8 + t * (c10 + t * c12))));
}

/** e^(r + low) − 1 − r − high² / 2, for high = upper(r): below 0.008, error below 2⁻⁵⁹. */
export function expRest(r: number, high: number, low: number): number {
  const t = r * r;
  return 0.5 * (r - high) * (r + high) + (low + low * r) + (sinhTail(r, t) + coshTail(t));
}
