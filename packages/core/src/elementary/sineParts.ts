// The polynomials behind sin, cos and tan on |r| ≤ π/4: Remez fits from fdlibm (Sun Microsystems, 1993, k_sin.c and
// k_cos.c). Written in the subset of TypeScript that tsc and asc both compile.

import { isOdd } from './quarterTurns.ts';

const s1: number = -1.66666666666666324348e-1;
const s2: number = 8.33333333332248946124e-3;
const s3: number = -1.98412698298579493134e-4;
const s4: number = 2.75573137070700676789e-6;
const s5: number = -2.50507602534068634195e-8;
const s6: number = 1.58969099521155010221e-10;
const c1: number = 4.16666666666666019037e-2;
const c2: number = -1.38888888888741095749e-3;
const c3: number = 2.48015872894767294178e-5;
const c4: number = -2.75573143513906633035e-7;
const c5: number = 2.0875723212981748279e-9;
const c6: number = -1.13596475577881948265e-11;

/** sin(r + low) − r, error below 2⁻⁵⁶; r² is t. */
export function sineTail(r: number, low: number, t: number): number {
  const cube = t * r;
  const series = s2 + t * (s3 + t * (s4 + t * (s5 + t * s6)));
  return cube * s1 + (t * (cube * series - 0.5 * low) + low);
}

/** cos r − 1 + r² / 2, error below 2⁻⁵⁸; r² is t. */
export function cosineTail(t: number): number {
  return t * t * (c1 + t * (c2 + t * (c3 + t * (c4 + t * (c5 + t * c6)))));
}

/** sin(r + low). Error below 0.85 ulp. */
export function sine(r: number, low: number): number {
  return r + sineTail(r, low, r * r);
}

/** cos(r + low). Error below 0.85 ulp. */
export function cosine(r: number, low: number): number {
  const t = r * r;
  const half = 0.5 * t;
  const most = 1 - half;
  return most + (1 - most - half + (cosineTail(t) - r * low));
}

/** sin(k π/2 + r + low). Error below 0.85 ulp. */
export function turnedSine(k: number, r: number, low: number): number {
  const value = isOdd(k) ? cosine(r, low) : sine(r, low);
  return isOdd(Math.floor(0.5 * k)) ? -value : value;
}
